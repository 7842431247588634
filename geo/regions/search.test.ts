import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cities } from './city.ts';
import { districts } from './district.ts';
import { editDistance, nearestRegions, searchRegions } from './search.ts';

const codes = (found: ReturnType<typeof searchRegions>) => found.map(({ region }) => region.adcode);

describe('searchRegions', () => {
	it.each([
		['无锡', '320200'],
		['无锡市', '320200'],
		['wuxi', '320200'],
		['wx', '320200'],
		['320200', '320200'],
		["Huai'an", '320800'],
		['huai’an', '320800'],
		['Ｗｕｘｉ', '320200'],
		['上海', '310000'],
		['滨湖', '320211'],
		['guoyang', '341621'],
		['xinwuqu', '320214'],
		['wuxishi', '320200'],
		['pdxq', '310115'],
		['苏州', '320500']
	])('finds %s first', (query, adcode) => expect(codes(searchRegions(query))[0]).toBe(adcode));

	it('gives both cities of one reading, and both before what only begins so', () => {
		expect(codes(searchRegions('suzhou'))).toEqual(['320500', '341300']);
		expect(codes(searchRegions('tz')).slice(0, 2)).toEqual(['321200', '331000']);
	});

	it('gives a city and its districts for the beginning of a code', () => {
		expect(codes(searchRegions('3202'))).toEqual(['320200', '320205', '320206', '320211', '320213', '320214', '320281', '320282']);
	});

	it('gives Shanghai once', () => expect(codes(searchRegions('上海市'))).toEqual(['310000']));

	it('gives nothing for nothing', () => expect([searchRegions('  '), searchRegions('巴黎')]).toEqual([[], []]));

	it('finds every region by its full name, its reading and its code', () => {
		for (const { adcode, zh, enFull, pinyin } of [...cities, ...districts])
			for (const query of [zh, enFull, pinyin, adcode]) expect(codes(searchRegions(query)), query).toContain(adcode);
	});
});

it('reads the last word of every full name', () => {
	expect(codes(searchRegions('xwq'))).toEqual(expect.arrayContaining(['320102', '320214']));
	for (const { zh, zhShort, pinyin, adcode } of [...cities, ...districts].filter(({ zh, zhShort }) => zh !== zhShort))
		expect(codes(searchRegions(`${pinyin}${zh.endsWith('市') ? 'shi' : zh.endsWith('新区') ? 'xinqu' : zh.endsWith('区') ? 'qu' : zh.endsWith('自治县') ? 'shezuzizhixian' : 'xian'}`)), zhShort).toContain(adcode);
});

describe('nearestRegions', () => {
	it.each([
		['320299', '320200'],
		['无西市', '320200'],
		['hangzou', '330100'],
		['wuix', '320200']
	])('offers for %s first %s', (typed, adcode) => expect(codes(nearestRegions(typed, 3))[0]).toBe(adcode));

	it('offers as many as were asked for', () => {
		expect(nearestRegions('x', 5)).toHaveLength(5);
		expect(nearestRegions('', 5)).toEqual([]);
	});
});

describe('editDistance', () => {
	it('counts keystrokes, a swap as one', () => {
		expect([editDistance('wuix', 'wuxi'), editDistance('', 'abc'), editDistance('kitten', 'sitting')]).toEqual([1, 3, 3]);
	});

	it('is a distance', () => {
		const text = fc.string({ maxLength: 8 });
		fc.assert(
			fc.property(text, text, (a, b) => {
				expect(editDistance(a, b)).toBe(editDistance(b, a));
				expect(editDistance(a, b) === 0).toBe(a === b);
				expect(editDistance(a, b)).toBeGreaterThanOrEqual(Math.abs(a.length - b.length));
				expect(editDistance(a, b)).toBeLessThanOrEqual(Math.max(a.length, b.length));
			})
		);
	});
});
