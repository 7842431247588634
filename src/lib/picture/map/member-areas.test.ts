import { expect, test } from 'vitest';
import { citiesOf } from '#geo/regions/city.ts';
import { memberAreas } from './member-areas.ts';

const regions = citiesOf('320000');

test('shades, words and bubbles of the areas, in both languages', () => {
	const make = (locale: 'zh-CN' | 'en') =>
		memberAreas({
			regions,
			kindsOf: (code) =>
				code === '320200'
					? [
							{ kind: 'institute', members: 3 },
							{ kind: 'park', members: 4 }
						]
					: code === '320500'
						? null
						: [],
			hrefOf: (code) => `/cities/${code}`,
			muted: (code) => code === '320300',
			locale
		});
	const { areas, classes } = make('zh-CN');
	const of = (code: string, list = areas) => list.find((area) => area.code === code)!;
	expect(classes.method).toBe('fixed');
	expect(of('320200')).toMatchObject({
		name: '无锡',
		value: 7,
		step: 4,
		href: '/cities/320200',
		title: '无锡市：成员 7 家（研究院所 3 家、园区 4 家）',
		pinyin: 'wuxi',
		initials: 'wx'
	});
	expect(of('320200').muted).toBeUndefined();
	expect(of('320300')).toMatchObject({ muted: true, step: 0, kinds: [] });
	expect(of('320100')).toMatchObject({ value: 0, step: 0, title: '南京市：暂无成员' });
	expect(of('320500')).toMatchObject({ value: null, step: null, title: '苏州市：情况未知' });

	const english = make('en').areas;
	expect(of('320200', english).title).toBe('Wuxi: 7 members (Research institutes 3, Parks 4)');
	expect(of('320500', english)).toMatchObject({ name: 'Suzhou', title: 'Suzhou (Jiangsu): not known' });
	expect(of('320100', english).title).toBe('Nanjing: no members yet');
});

test('neighbours are those on the same picture', () => {
	const { areas } = memberAreas({ regions, kindsOf: () => [], hrefOf: () => null, locale: 'en' });
	const codes = new Set(areas.map(({ code }) => code));
	for (const { code, neighbours } of areas) {
		expect(neighbours.length, code).toBeGreaterThan(0);
		expect(neighbours.every((other) => codes.has(other))).toBe(true);
	}
});
