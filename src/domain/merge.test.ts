import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { changedFields, isSame, mergeRecords } from './merge.ts';

const FIELDS = ['a', 'b', 'c', 'list'];
const value = fc.oneof(fc.constantFrom(null, '', '甲', '乙', 0, 1), fc.record({ zh: fc.constantFrom('甲', '乙'), en: fc.constantFrom(null, 'A') }));
const list = fc.uniqueArray(fc.constantFrom('1', '2', '3', '4', '5'));
const record = fc.record({ id: fc.constant('x'), a: value, b: value, c: value, list });

test('without contradiction it does not matter who is whom', () => {
	fc.assert(
		fc.property(record, record, record, (base, one, other) => {
			const [there, back] = [mergeRecords(base, one, other, FIELDS), mergeRecords(base, other, one, FIELDS)];
			expect(back.conflicts).toEqual(there.conflicts);
			expect([back.theirs, back.mine]).toEqual([there.mine, there.theirs]);
			for (const field of FIELDS.filter((name) => !there.conflicts.includes(name)))
				expect(back.merged[field as 'a']).toEqual(there.merged[field as 'a']);
		})
	);
});

test('no field is lost: each is what one of the two made of it, and says which', () => {
	fc.assert(
		fc.property(record, record, record, (base, theirs, mine) => {
			const { merged, ...found } = mergeRecords(base, theirs, mine, FIELDS);
			expect(Object.keys(merged).sort()).toEqual(Object.keys(base).sort());
			const named = [...found.theirs, ...found.mine, ...found.both, ...found.conflicts];
			expect(new Set(named).size).toBe(named.length);
			expect([...named].sort()).toEqual(FIELDS.filter((name) => named.includes(name)).sort());
			for (const name of ['a', 'b', 'c'] as const) {
				expect([theirs[name], mine[name]]).toContainEqual(merged[name]);
				if (!named.includes(name)) expect([theirs[name], mine[name]]).toEqual([base[name], base[name]]);
				if (found.conflicts.includes(name)) expect(merged[name]).toEqual(mine[name]);
			}
		})
	);
});

test('in lists, what either put in is in and what either took out is out', () => {
	fc.assert(
		fc.property(record, record, record, (base, theirs, mine) => {
			const { merged, conflicts } = mergeRecords(base, theirs, mine, FIELDS);
			expect(conflicts).not.toContain('list');
			for (const item of ['1', '2', '3', '4', '5'] as const) {
				const [was, their, my] = [base, theirs, mine].map((one) => one.list.includes(item));
				expect(merged.list.includes(item), item).toBe(was ? Boolean(their && my) : Boolean(their || my));
			}
			expect(new Set(merged.list).size).toBe(merged.list.length);
		})
	);
});

test('who changed nothing takes what the other made, order included', () => {
	fc.assert(
		fc.property(record, record, (base, changed) => {
			expect(mergeRecords(base, changed, base, FIELDS).merged).toEqual(changed);
			expect(mergeRecords(base, base, changed, FIELDS).merged).toEqual(changed);
			expect(mergeRecords(base, changed, changed, FIELDS)).toMatchObject({ conflicts: [], theirs: [], mine: [] });
		})
	);
});

describe('sameness', () => {
	test('is that of content', () => {
		expect(isSame({ a: 1, b: [1, { c: null }] }, { b: [1, { c: null }], a: 1 })).toBe(true);
		for (const [one, other] of [[{ a: 1 }, { a: 1, b: undefined }], [[1], { 0: 1 }], [[1, 2], [2, 1]], [null, {}], ['1', 1]]) expect(isSame(one, other)).toBe(false);
		expect(changedFields({ a: [1], b: 1 }, { a: [1], b: 2 }, ['a', 'b'])).toEqual(['b']);
	});
});
