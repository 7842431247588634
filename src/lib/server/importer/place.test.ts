import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { OLD_PLACES } from '#domain/import/old-place.ts';
import { readPlace } from '#domain/import/place.ts';
import { cities } from '#geo/regions/city.ts';
import { district, districts } from '#geo/regions/district.ts';
import { regionGazetteer } from './directory.ts';

const gazetteer = regionGazetteer();
const read = (text: string, column: 'city' | 'district' = 'city', city: string | null = null): string => {
	const reading = readPlace(text, gazetteer, column, city);
	return 'issue' in reading ? reading.issue : (reading.place.district ?? reading.place.city);
};

describe('places as people write them', () => {
	test.each([
		['无锡', '320200'],
		['无锡市', '320200'],
		['江苏省无锡市', '320200'],
		['江苏无锡', '320200'],
		['江苏省-无锡市', '320200'],
		['江苏省 无锡市 滨湖区', '320211'],
		['无锡市滨湖区', '320211'],
		['320200', '320200'],
		['Wuxi', '320200'],
		['Wuxi, Jiangsu', '320200'],
		['wuxi city', '320200'],
		['Suzhou (Anhui)', '341300'],
		['上海', '310000'],
		['上海市浦东新区', '310115'],
		['昆山', '320583'],
		['江阴市', '320281'],
		['浙江省台州市', '331000'],
		['泰州', '321200'],
		['马鞍山', '340500'],
		["Ma'anshan", '340500'],
		['宣城市广德县', '341882']
	])('%s is %s', (text, code) => expect(read(text)).toBe(code));

	test.each([
		['苏北', 'place_unknown'],
		['北京市', 'place_unknown'],
		['Suzhou', 'place_ambiguous'],
		['江苏省', 'place_province'],
		['安徽', 'place_province'],
		['通州', 'place_unknown'],
		['无锡市吴江区', 'place_unknown'],
		['999999', 'place_unknown']
	])('%s is refused: %s', (text, issue) => expect(read(text)).toBe(issue));

	test('a district is read within its city, and asks for it where there are several', () => {
		expect(read('鼓楼区', 'district')).toBe('place_ambiguous');
		expect(read('鼓楼区', 'district', '320300')).toBe('320302');
		expect(read('鼓楼', 'district', '320100')).toBe('320106');
		expect(read('淮安区', 'district')).toBe('320803');
		expect(read('普陀', 'district', '330900')).toBe('330903');
	});

	test('names of before a reform lead to what took their place; a divided one to a question', () => {
		for (const [name, codes] of Object.entries(OLD_PLACES)) {
			for (const code of codes) expect(district(code), `${name} ${code}`).toBeDefined();
			const current = districts.filter(({ zh }) => zh === name);
			expect(current, `${name} is in use`).toEqual([]);
			if (codes.length === 1) expect(read(name, 'district'), name).toBe(codes[0]);
			else expect(read(name, 'district'), name).toBe('place_ambiguous');
		}
	});

	test('every place is read by its names and code, with its province and city before it', () => {
		for (const { adcode, zh, zhShort, enFull } of cities) for (const text of [zh, zhShort, enFull, adcode]) expect(read(text), text).toBe(adcode);
		for (const { adcode, zh, zhShort, enFull, city } of districts) {
			const of = cities.find((each) => each.adcode === city);
			expect(read(`${of?.zh}${zh}`), zh).toBe(adcode);
			expect(read(enFull, 'district', city), enFull).toBe(adcode);
			expect(read(zhShort, 'district', city), zhShort).toBe(adcode);
		}
	});

	test('whatever stands there, it is a place or a reason', () => {
		fc.assert(fc.property(fc.string({ unit: 'grapheme' }), fc.constantFrom('city' as const, 'district' as const), (text, column) => {
			expect(read(text, column)).toMatch(/^(\d{6}|place_\w+)$/);
		}));
	});
});
