import * as v from 'valibot';
import { expect, test } from 'vitest';
import { checkParts, isCircle, type Scoped } from './target-parts.ts';
import { targetSchema, type TargetInput } from './target.ts';

const JIANGSU = ['320200', '320500', '320600'];
const ZHEJIANG = ['330100', '330400'];
const ALL = [...JIANGSU, ...ZHEJIANG];

function scoped(id: string, cities: readonly string[], over: Partial<TargetInput> = {}, places: readonly string[] | null = cities): Scoped {
	const target = v.parse(targetSchema, { id, name: { zh: id }, metric: 'members', start: '2026-01-01', due: '2026-12-31', value: 20, ...over });
	return { target, places, cities };
}

const whole = scoped('whole', ALL, { value: 40 }, null);
const names = (targets: readonly { id: string }[]) => targets.map(({ id }) => id);

test('parts add up, or do not', () => {
	const [check] = checkParts([whole, scoped('js', JIANGSU, { partOf: 'whole' }), scoped('zj', ZHEJIANG, { partOf: 'whole', value: 18 })]);
	expect(check).toMatchObject({ value: 40, sum: 38, overlaps: [], outside: [], later: [], missing: [], others: [] });
	expect(checkParts([whole])).toEqual([]);
});

test('what is counted twice is named with its cities; kinds tell members apart, but not cities', () => {
	const parts = (metric: 'members' | 'cities') => [
		{ ...whole, target: { ...whole.target, metric } },
		scoped('js', JIANGSU, { partOf: 'whole', metric, scope: { kind: 'park' } }),
		scoped('south', ['320500', '330100'], { partOf: 'whole', metric, scope: { kind: 'museum' } })
	];
	expect(checkParts(parts('members'))[0]?.overlaps).toEqual([]);
	expect(checkParts(parts('cities'))[0]?.overlaps).toMatchObject([{ a: { id: 'js' }, b: { id: 'south' }, cities: ['320500'] }]);
});

test('two districts of one city are not the same', () => {
	const one = scoped('east', ['320200'], { partOf: 'whole' }, ['320205']);
	const other = scoped('west', ['320200'], { partOf: 'whole' }, ['320206']);
	expect(checkParts([whole, one, other])[0]?.overlaps).toEqual([]);
	expect(checkParts([whole, one, scoped('all', ['320200'], { partOf: 'whole' })])[0]?.overlaps).toHaveLength(1);
});

test('parts that count something else, reach beyond, are due later or leave cities out are named', () => {
	const jiangsu = scoped('whole', JIANGSU, { scope: { kind: 'park' } });
	const [check] = checkParts([
		jiangsu,
		scoped('projects', JIANGSU, { partOf: 'whole', metric: 'projects' }),
		scoped('all-kinds', ['320200'], { partOf: 'whole' }),
		scoped('zhejiang', ZHEJIANG, { partOf: 'whole', scope: { kind: 'park' } }),
		scoped('late', ['320500'], { partOf: 'whole', scope: { kind: 'park' }, due: '2027-01-01' })
	]);
	expect(names(check?.others ?? [])).toEqual(['projects']);
	expect(names(check?.outside ?? [])).toEqual(['all-kinds', 'zhejiang']);
	expect(names(check?.later ?? [])).toEqual(['late']);
	expect(check?.missing).toEqual(['320600']);
});

test('a share of the cities is added up in cities', () => {
	const [check] = checkParts([
		scoped('whole', ALL, { metric: 'cities', value: 4 }, null),
		scoped('js', JIANGSU, { metric: 'coverage', value: 0.5, partOf: 'whole' }),
		scoped('zj', ZHEJIANG, { metric: 'cities', value: 2, partOf: 'whole' })
	]);
	expect(check).toMatchObject({ value: 4, sum: 4 });
});

test('no target is a part of itself by way of others', () => {
	const targets = [{ id: 'a', partOf: null }, { id: 'b', partOf: 'a' }, { id: 'c', partOf: 'b' }];
	expect(isCircle(targets, 'a', 'c')).toBe(true);
	expect(isCircle(targets, 'c', 'a')).toBe(false);
	expect(isCircle(targets, 'new', 'c')).toBe(false);
});
