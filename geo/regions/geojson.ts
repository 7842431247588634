import type { FeatureCollection, Geometry, Position } from 'geojson';
import { feature } from 'topojson-client';
import type { Topology } from 'topojson-specification';

/**
 * An object of a TopoJSON file of geo/data as GeoJSON by RFC 7946: degrees, outer rings counter-clockwise. Each
 * feature's `id` is its code and `properties` carry it too, as `adcode`, beside what the file says of it.
 * Throws when the file has no such object.
 */
export function toGeoJSON(topology: Topology, object: string): FeatureCollection {
	const collection = topology.objects[object];
	if (collection?.type !== 'GeometryCollection') throw new Error(`no collection “${object}” in this topology`);
	const { features } = feature(topology, collection);
	return {
		type: 'FeatureCollection',
		features: features.map(({ id, properties, geometry }) => ({
			type: 'Feature',
			...(id === undefined ? {} : { id }),
			properties: { ...properties, ...(id === undefined ? {} : { adcode: `${id}` }) },
			geometry: rewound(geometry)
		}))
	};
}

function rewound(geometry: Geometry): Geometry {
	if (geometry.type === 'Polygon') return { ...geometry, coordinates: polygon(geometry.coordinates) };
	if (geometry.type === 'MultiPolygon') return { ...geometry, coordinates: geometry.coordinates.map(polygon) };
	return geometry;
}

function polygon(rings: Position[][]): Position[][] {
	return rings.map((ring, i) => (isClockwise(ring) === (i > 0) ? ring : ring.toReversed()));
}

function isClockwise(ring: Position[]): boolean {
	const doubleArea = ring.reduce((sum, [x, y], i) => {
		const [nextX, nextY] = ring[(i + 1) % ring.length]!;
		return sum + x! * nextY! - nextX! * y!;
	}, 0);
	return doubleArea < 0;
}
