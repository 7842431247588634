import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { cities, citiesOf, city, cityCodes } from './city.ts';
import { place } from './code.ts';
import { district, districts, districtsOf } from './district.ts';
import { regionName } from './name.ts';
import { province, provinces } from './province.ts';

describe('the three levels', () => {
	it('have 4, 41 and 305 regions in code order', () => {
		for (const [level, count] of [[provinces, 4], [cities, 41], [districts, 305]] as const) {
			const codes = level.map(({ adcode }) => adcode);
			expect(codes).toHaveLength(count);
			expect(codes).toEqual(codes.toSorted());
		}
		expect(cityCodes).toEqual(cities.map(({ adcode }) => adcode));
	});

	it('stand under each other', () => {
		expect(provinces.map(({ adcode }) => citiesOf(adcode).length)).toEqual([1, 13, 11, 16]);
		expect(cities.reduce((sum, { adcode }) => sum + districtsOf(adcode).length, 0)).toBe(305);
		expect(district('310115')).toMatchObject({ city: '310000', province: '310000' });
		expect(district('320211')).toMatchObject({ city: '320200', province: '320000' });
	});

	it('add up to the same area', () => {
		const total = (regions: readonly { area: number }[]) => regions.reduce((sum, { area }) => sum + area, 0);
		expect(total(cities)).toBeCloseTo(total(provinces), 0);
		expect(total(districts)).toBeCloseTo(total(provinces), -1);
	});

	it('know their neighbours across provinces', () => {
		expect(city('320200')!.neighbours).toEqual(expect.arrayContaining(['320400', '320500', '330500']));
		expect(city('330900')!.neighbours).toEqual([]);
	});

	it('answer a code of their own level only', () => {
		expect([city('320211'), district('320200'), province('320200'), city('constructor')]).toEqual(Array(4).fill(undefined));
	});
});

describe('place', () => {
	it.each([
		['310000', 'city'],
		['320000', 'province'],
		['320200', 'city'],
		['320211', 'district']
	])('%s is a %s', (adcode, level) => expect(place(adcode)).toMatchObject({ level, region: { adcode } }));

	it('is nothing for other codes', () => expect(['', '110000', '310100', '32020'].map(place)).toEqual(Array(4).fill(undefined)));
});

describe('regionName', () => {
	it('speaks both languages in two lengths', () => {
		const suzhou = city('320500')!;
		expect(regionName(suzhou, 'zh-CN', 'full')).toBe('苏州市');
		expect(regionName(suzhou, 'zh-CN', 'short')).toBe('苏州');
		expect(regionName(suzhou, 'en', 'full')).toBe('Suzhou (Jiangsu)');
		expect(regionName(suzhou, 'en', 'short')).toBe('Suzhou');
	});
});

// The browser loads cities; the districts are seven times as heavy.
it('cities and provinces come without the districts', () => {
	for (const file of ['city.ts', 'province.ts', 'name.ts', 'direction.ts', 'region-picture.ts', 'picture.ts', 'path.ts'])
		expect(readFileSync(new URL(file, import.meta.url), 'utf8'), file).not.toMatch(/district\.ts|districts\.json|planar/);
});
