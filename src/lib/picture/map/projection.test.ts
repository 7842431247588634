import { geoMercator } from 'd3-geo';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { cities } from '#geo/regions/city.ts';
import { regionPicture as picture } from '#geo/regions/region-picture.ts';
import { cameraOf, percentIn, placeIn, project, unproject } from './projection.ts';

const lon = fc.double({ min: 114, max: 124, noNaN: true });
const lat = fc.double({ min: 26, max: 36, noNaN: true });

test('agrees with d3-geo, with which the pictures are made', () => {
	const { scale, translate } = picture.projection;
	const d3 = geoMercator().scale(scale).translate([translate[0], translate[1]]);
	fc.assert(
		fc.property(lon, lat, (x, y) => {
			const [a, b] = project(picture, { lon: x, lat: y });
			const [c, d] = d3([x, y])!;
			expect(a).toBeCloseTo(c, 6);
			expect(b).toBeCloseTo(d, 6);
		})
	);
});

test('unproject is its inverse', () => {
	fc.assert(
		fc.property(lon, lat, (x, y) => {
			const back = unproject(picture, project(picture, { lon: x, lat: y }));
			expect(back.lon).toBeCloseTo(x, 9);
			expect(back.lat).toBeCloseTo(y, 9);
		})
	);
});

test('label points of the picture are those of the regions', () => {
	for (const { adcode, label } of cities) {
		const [x, y] = project(picture, { lon: label[0], lat: label[1] });
		const [px, py] = placeIn(picture, adcode)!;
		expect(Math.hypot(x - px, y - py)).toBeLessThan(0.2);
	}
	expect(placeIn(picture, '999999')).toBeNull();
});

test('the camera shows as much of the world as the drawing', () => {
	fc.assert(
		fc.property(fc.integer({ min: 200, max: 4000 }), (width) => {
			const { center, zoom } = cameraOf(picture, width);
			// MapLibre: the world is 512 · 2^zoom px wide.
			const worldPx = 512 * 2 ** zoom;
			const [west, east] = [unproject(picture, [0, 0]).lon, unproject(picture, [picture.width, 0]).lon];
			expect(((east - west) / 360) * worldPx).toBeCloseTo(width, 6);
			const [x, y] = project(picture, { lon: center[0], lat: center[1] });
			expect([x / picture.width, y / picture.height]).toEqual([expect.closeTo(0.5, 9), expect.closeTo(0.5, 9)]);
		})
	);
});

test('places as percentages, at rest and moved', () => {
	expect(percentIn(picture, [picture.width / 2, picture.height], null)).toEqual({ x: '50%', y: '100%' });
	expect(percentIn(picture, [100, 0], { scale: 2, x: -200, y: 0 })).toEqual({ x: '0%', y: '0%' });
});
