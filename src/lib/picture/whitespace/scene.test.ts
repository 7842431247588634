import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { LOCALES } from '#domain/locale.ts';
import { DEFAULT_VIEW } from '#domain/view.ts';
import { cityCodes } from '#geo/regions/city.ts';
import { cityScores, scoreScene } from './scene.ts';

const spaces = fc
	.array(fc.record({ city: fc.constantFrom(...cityCodes), kind: fc.constantFrom(null, 'park' as const, 'museum' as const), tenths: fc.nat(300) }), { maxLength: 60 })
	.map((list) => list.toSorted((a, b) => b.tenths - a.tenths));

describe('the map of scores', () => {
	test('takes the best white space of each city, and counts them all', () => {
		fc.assert(
			fc.property(spaces, (list) => {
				const scores = cityScores(list);
				expect(scores.reduce((sum, score) => sum + score.spaces, 0)).toBe(list.length);
				for (const { code, tenths } of scores) expect(tenths).toBe(Math.max(...list.filter(({ city }) => city === code).map((space) => space.tenths)));
			})
		);
	});

	test('shades every white space, nothing else, and never a lower score darker', () => {
		fc.assert(
			fc.property(spaces, fc.constantFrom(...LOCALES), (list, locale) => {
				const scores = new Map(cityScores(list).map((score) => [score.code, score.tenths]));
				const { areas } = scoreScene(cityScores(list), null, locale, DEFAULT_VIEW).scene;
				expect(areas.map(({ code }) => code)).toEqual(cityCodes);
				for (const area of areas) {
					expect((area.step ?? 0) > 0).toBe(scores.has(area.code));
					expect(area.figure === null).toBe(!scores.has(area.code));
					expect(area.title.endsWith(area.said ?? '')).toBe(true);
				}
				for (const a of areas) for (const b of areas) if ((a.value ?? 0) > (b.value ?? 0)) expect(a.step).toBeGreaterThanOrEqual(b.step ?? 0);
			}),
			{ numRuns: 40 }
		);
	});

	test('leads to the white spaces of a city with filters and weights, and mutes what is outside', () => {
		const view = { ...DEFAULT_VIEW, kind: 'park' as const, weights: 'zone:0' };
		const { areas } = scoreScene([{ code: '320200', kind: null, tenths: 124, spaces: 1 }], new Set(['320200']), 'zh-CN', view).scene;
		const wuxi = areas.find(({ code }) => code === '320200');
		expect(wuxi).toMatchObject({ href: '/staff/next?kind=park&city=320200&weights=zone:0', figure: '12.4', title: '无锡市：最高 12.4 分（全市空白）' });
		expect(areas.find(({ code }) => code === '310000')).toMatchObject({ muted: true, title: '上海市：不在所选范围内', figure: null });
	});
});
