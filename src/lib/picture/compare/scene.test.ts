import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { toCube, type Movement } from '#domain/cube.ts';
import { dayFromNumber } from '#domain/day.ts';
import { differenceOf, FATES, fateOf } from '#domain/difference.ts';
import { LOCALES } from '#domain/locale.ts';
import { DEFAULT_VIEW } from '#domain/view.ts';
import { cityCodes } from '#geo/regions/city.ts';
import { compareFigures } from './figures.ts';
import { differenceScene, fateCounts } from './scene.ts';

const START = 18_500;

/** Members that joined in some cities, and of whom some left again. */
const differences = fc
	.array(fc.record({ place: fc.constantFrom(...cityCodes.slice(0, 8)), from: fc.nat(100), stayed: fc.option(fc.nat(100)) }), { maxLength: 40 })
	.map((stays) => {
		const movements = stays.flatMap(({ place, from, stayed }): Movement[] => [
			{ place, kind: 'park', on: dayFromNumber(START + from), joined: 1, left: 0 },
			...(stayed === null ? [] : [{ place, kind: 'park' as const, on: dayFromNumber(START + from + stayed), joined: 0, left: 1 }])
		]);
		return differenceOf(toCube(movements), cityCodes, { from: dayFromNumber(START + 40), to: dayFromNumber(START + 90) });
	});

describe('the map of a difference', () => {
	it('shows every city by its fate, no two fates alike', () => {
		const looks = new Map<string, string>();
		fc.assert(
			fc.property(differences, fc.constantFrom(...LOCALES), (difference, locale) => {
				const { areas } = differenceScene(difference, locale, DEFAULT_VIEW);
				expect(areas.map(({ code }) => code)).toEqual(cityCodes);
				for (const [i, area] of areas.entries()) {
					const change = difference.cities[i]!;
					const fate = fateOf(change);
					const look = `${area.step} ${area.mark ?? ''}`;
					expect(looks.get(look) ?? fate).toBe(fate);
					looks.set(look, fate);
					expect(area.value).toBe(change.to);
					expect(area.figure).toEqual(fate === 'none' ? null : expect.stringMatching(change.to === change.from ? /^±0$/ : change.to > change.from ? /^\+\d+$/ : /^−\d+$/));
					expect(area.title.endsWith(area.said!)).toBe(true);
				}
			})
		);
		expect([...looks.values()].sort()).toEqual([...FATES].sort());
	});

	it('counts each city once', () => {
		fc.assert(
			fc.property(differences, (difference) => {
				expect(fateCounts(difference).reduce((sum, { cities }) => sum + cities, 0)).toBe(cityCodes.length);
			})
		);
	});
});

describe('the figures of a comparison', () => {
	it('give both values and the change, and say that projects without a beginning count on both days', () => {
		const [members, cities, provinces, projects] = compareFigures(
			differenceOf(
				toCube([
					{ place: '320200', kind: 'park', on: '2021-01-01', joined: 2, left: 0 },
					{ place: '330400', kind: 'park', on: '2022-01-01', joined: 1, left: 0 },
					{ place: '320200', kind: 'park', on: '2022-01-01', joined: 0, left: 2 }
				]),
				cityCodes,
				{ from: '2021-06-30', to: '2022-06-30' }
			),
			{ joined: 1, left: 2 },
			{ from: 3, to: 3, undated: 2 },
			'zh-CN'
		);
		expect(members).toMatchObject({ value: '−1', of: '2 → 1', note: '新增 1 家 · 退出 2 家' });
		expect(cities).toMatchObject({ value: '±0', of: '1 → 1', note: '新覆盖 1 座 · 不再有成员 1 座' });
		expect(provinces).toMatchObject({ value: '±0', note: '新覆盖：浙江 · 不再有成员：江苏' });
		expect(projects).toMatchObject({ value: '±0', of: '3 → 3', note: '其中 2 项起始日期未报道，两日均计入' });
	});
});
