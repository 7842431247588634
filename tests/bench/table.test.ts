import { expect, test } from 'vitest';
import { isWithin, ratioOf, type Figure } from './figure.ts';
import { table } from './table.ts';

const alone: Figure = { what: 'page', unit: 'kB', measured: 46.23, budget: { of: 'measured', most: 45 } };
const paired: Figure = {
	what: 'answers of a page',
	unit: 'answers/s',
	measured: 12_000.4,
	reference: { what: 'bare', value: 20_000 },
	budget: { of: 'ratio', least: 0.5 }
};

test('columns stand under each other, with no more digits than mean something', () => {
	expect(table([alone, paired, { what: 'requests', unit: 'requests', measured: 2 }]).split('\n')).toEqual([
		'what                measured          reference                ratio   budget        within?',
		'page                46.2 kB                                            ≤ 45 kB       NO',
		'answers of a page   12000 answers/s   20000 answers/s (bare)   0.60    ratio ≥ 0.5   yes',
		'requests            2 requests'
	]);
});

test.each<[string, Figure, boolean | null]>([
	['above the most', alone, false],
	['at the most', { ...alone, measured: 45 }, true],
	['under the least', { ...paired, measured: 9_999 }, false],
	['at the least', { ...paired, measured: 10_000 }, true],
	['a ratio of its own stands before the quotient', { ...paired, ratio: 0.4 }, false],
	['no budget', { ...alone, budget: undefined as never }, null]
])('%s', (_, figure, expected) => {
	expect(isWithin(figure)).toBe(expected);
});

test('a figure alone has no ratio, and a budget for one is a mistake', () => {
	expect(ratioOf(alone)).toBeNull();
	expect(() => isWithin({ ...alone, budget: { of: 'ratio', most: 1.2 } })).toThrow('page: a budget for the ratio');
});
