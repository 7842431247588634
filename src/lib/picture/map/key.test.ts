import { expect, test } from 'vitest';
import { changeKey } from '../compare/key.ts';
import { changeLegend, mapLegend } from '../still/legend.ts';
import { classify } from './classes.ts';
import { valueKey, type ValueKey } from './key.ts';

const BASE: ValueKey = { classes: classify([1, 2, 7]), metric: 'members', unplaced: 0, unknown: false, kinds: [], arcs: null, outlines: [] };
const texts = (key: ValueKey): string[][] => valueKey(key, 'zh-CN').map((row) => row.map(({ text }) => text));

test('a map of values: none, its classes, how they were made, and nothing that is not on it', () => {
	expect(texts(BASE)).toEqual([['0', '1', '2', '3–4', '5 及以上', '按固定档次分级']]);
});

test('what is hatched, the arcs, the outlines in their order, and the kinds in a row of their own', () => {
	const full: ValueKey = { ...BASE, unplaced: 3, unplacedHref: '#unplaced', unknown: true, kinds: ['park', 'institute'], arcs: '联系', arcsHref: '/links', outlines: [{ name: '甲' }, { name: '乙' }] };
	const [areas = [], kinds = []] = valueKey(full, 'zh-CN');
	expect(areas.slice(6).map(({ mark, text, href }) => [mark?.of, text, href ?? null])).toEqual([
		['hatch', '情况未知', null],
		['hatch', '地点待核实 3 家（未上图）', '#unplaced'],
		['arc', '联系', '/links'],
		['outline', '甲', null],
		['outline', '乙', null]
	]);
	expect(areas.slice(-2).map(({ mark }) => mark)).toEqual([{ of: 'outline', index: 0 }, { of: 'outline', index: 1 }]);
	expect(kinds.map(({ mark }) => (mark?.of === 'kind' ? mark.kind : null))).toEqual([null, 'institute', 'park']);
});

test('a picture that leaves the site says what the page says, how its classes were made where they do not show it by themselves', () => {
	const key: ValueKey = { ...BASE, unplaced: 3, kinds: ['park'], arcs: '联系', outlines: [{ name: '甲' }] };
	expect(mapLegend(key, 'en').map((row) => row.map(({ text }) => text))).toEqual(
		valueKey(key, 'en').map((row, i) => row.filter(({ mark }) => i > 0 || mark !== null).map(({ text }) => text))
	);
	for (const classes of [{ method: 'own', limits: [2, 6] }, { method: 'quantile', limits: [1, 3] }, { method: 'equal', limits: [1, 4] }] as const)
		expect(mapLegend({ ...key, classes }, 'en').map((row) => row.map(({ text }) => text))).toEqual(valueKey({ ...key, classes }, 'en').map((row) => row.map(({ text }) => text)));
	const fates = [{ fate: 'new', cities: 6 }, { fate: 'lost', cities: 0 }] as const;
	expect(changeLegend(fates, 'zh-CN')[0]?.map(({ text }) => text)).toEqual(changeKey(fates, 'zh-CN').map(({ text }) => text));
	expect(new Set(changeLegend([...fates, { fate: 'same', cities: 1 }], 'zh-CN')[0]?.map(({ swatch }) => swatch)).size).toBe(3);
});
