import { gzipSync } from 'node:zlib';
import { geoMercator } from 'd3-geo';
import { describe, expect, it } from 'vitest';
import { areaPicture } from './area-picture.ts';
import { cities, citiesOf, city, cityCodes } from './city.ts';
import { districtsOf } from './district.ts';
import { outline } from './outline.ts';
import { readPath } from './path.ts';
import type { Picture } from './picture.ts';
import { provinces } from './province.ts';
import { regionPicture } from './region-picture.ts';

/** Enclosed area in square tenths; rings that wind the other way count against it. */
function enclosed(d: string): number {
	const rings = readPath(d).map((ring) =>
		ring.reduce((sum, [x, y], i) => sum + x * ring[(i + 1) % ring.length]![1] - ring[(i + 1) % ring.length]![0] * y, 0)
	);
	return Math.abs(rings.reduce((sum, area) => sum + area, 0)) / 2;
}

function expectWhole(picture: Picture, codes: readonly string[]): void {
	expect(Object.keys(picture.areas)).toEqual(codes);
	expect(Object.keys(picture.points)).toEqual(codes);
	expect(picture.width).toBe(800);
	expect(picture.height).toBeLessThanOrEqual(1000);
	const sum = Object.values(picture.areas).reduce((total, d) => total + enclosed(d), 0);
	expect(enclosed(picture.borders.outline)).toBeCloseTo(sum, 6);
	for (const code of codes) {
		const [[x, y], [x0, y0, x1, y1]] = [picture.points[code]!, picture.extent[code]!];
		expect(x > x0 && x < x1 && y > y0 && y < y1, code).toBe(true);
		expect(x0 >= 0 && y0 >= 0 && x1 <= picture.width && y1 <= picture.height, code).toBe(true);
	}
	for (const d of Object.values(picture.context))
		for (const [x, y] of readPath(d).flat())
			expect(x >= -60 && y >= -60 && x <= picture.width * 10 + 60 && y <= picture.height * 10 + 60).toBe(true);
}

describe('the picture of the region', () => {
	it('has 41 cities that fill its outline without gap or overlap', () => expectWhole(regionPicture, cityCodes));

	it('carries its shapes in at most 13 kB compressed', () => {
		expect(gzipSync(JSON.stringify(regionPicture.areas), { level: 9 }).length).toBeLessThanOrEqual(13_000);
	});

	it('lies where its projection says', () => {
		const { scale, translate } = regionPicture.projection;
		const project = geoMercator().scale(scale).translate([...translate]);
		for (const { adcode, label, box } of cities) {
			const [x, y] = project([...label])!;
			expect(regionPicture.points[adcode]![0]).toBeCloseTo(x, 0);
			expect(regionPicture.points[adcode]![1]).toBeCloseTo(y, 0);
			const [left, bottom] = project([box[0], box[1]])!;
			expect(Math.abs(regionPicture.extent[adcode]![0] - left)).toBeLessThan(3);
			expect(Math.abs(regionPicture.extent[adcode]![3] - bottom)).toBeLessThan(3);
		}
	});

	it('shows Taihu first, and the Yangtze to the sea', () => {
		const [taihu] = regionPicture.water.lakes;
		expect(taihu).toMatchObject({ id: 'taihu', zh: '太湖' });
		const [x, y] = taihu!.label;
		const [left, top] = regionPicture.points['320400']!;
		expect(x > left && y > top).toBe(true);
		const [course] = readPath(regionPicture.water.rivers[0]!.d);
		expect(course!.at(-1)![0]).toBeGreaterThan(10 * regionPicture.points['320500']![0]);
	});
});

describe('areaPicture', () => {
	it('has every city with its districts', async () => {
		for (const code of cityCodes)
			expectWhole((await areaPicture(code))!, districtsOf(code).map(({ adcode }) => adcode));
	});

	it('has every province with its cities', async () => {
		for (const { adcode } of provinces.filter(({ adcode }) => !city(adcode)))
			expectWhole((await areaPicture(adcode))!, citiesOf(adcode).map((item) => item.adcode));
	});

	it('shows the cities around', async () => {
		const { context } = (await areaPicture('320200'))!;
		expect(Object.keys(context)).toEqual(expect.arrayContaining(['320400', '320500', '330500']));
		expect(Object.keys(context)).not.toContain('320200');
	});

	it('has nothing for other codes', async () => {
		for (const code of ['320211', '999999', 'region', 'toString']) expect(await areaPicture(code)).toBeUndefined();
	});
});

describe('outline', () => {
	it('of one city is its area in the picture', () => {
		for (const code of cityCodes) expect(outline([code])).toBe(regionPicture.areas[code]);
	});

	it('of all provinces, all cities or both is the outline of the region', () => {
		expect(outline(cityCodes)).toBe(regionPicture.borders.outline);
		expect(outline(provinces.map(({ adcode }) => adcode))).toBe(regionPicture.borders.outline);
		expect(outline(['320000', '310000', '330000', '340000', '320211'])).toBe(regionPicture.borders.outline);
	});

	it('of a city is that of its districts, in any order', () => {
		const parts = districtsOf('320500').map(({ adcode }) => adcode);
		expect(outline(parts.toReversed())).toBe(outline(['320500']));
	});

	it('is empty for nothing known', () => expect([outline([]), outline(['999999'])]).toEqual(['', '']));
});
