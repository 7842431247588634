import fc from 'fast-check';
import { expect, test } from 'vitest';
import { districts } from '#geo/regions/district.ts';
import { placeOf, toWgs84 } from './record-place.ts';

test('every district holds the point of its own label', () => {
	for (const { adcode, city, label, zh } of districts) expect(placeOf({ lon: label[0], lat: label[1] }), zh).toEqual({ city, district: adcode });
});

test('what lies outside the region lies in no district', () => {
	for (const [lon, lat] of [[116.39, 39.91], [0, 0], [180, 90], [122.9, 28.5]] as const) expect(placeOf({ lon, lat })).toBeNull();
});

test('a point lies in one district at most, and nothing throws', () => {
	fc.assert(
		fc.property(fc.double({ min: 114, max: 123, noNaN: true }), fc.double({ min: 27, max: 36, noNaN: true }), (lon, lat) => {
			const place = placeOf({ lon, lat });
			if (place) expect(districts.find(({ adcode }) => adcode === place.district)?.city).toBe(place.city);
		})
	);
});

test('datums are put right to a few metres', () => {
	/* The same gate of the Forbidden City in the three datums, as the map services give it. */
	const wgs84 = { lon: 116.3913, lat: 39.9075 };
	for (const [datum, lon, lat] of [['gcj02', 116.39754, 39.908902], ['bd09', 116.403907, 39.915262]] as const) {
		const point = toWgs84({ lon, lat }, datum);
		expect(Math.hypot((point.lon - wgs84.lon) * 85_000, (point.lat - wgs84.lat) * 111_000), datum).toBeLessThan(15);
	}
	expect(toWgs84(wgs84, 'wgs84')).toBe(wgs84);
});
