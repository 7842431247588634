import fc from 'fast-check';
import { expect, test } from 'vitest';
import { mergeRecords } from './merge.ts';
import { undoOf, type State } from './undo.ts';

const FIELDS = ['a', 'b', 'list'];
type R = { id: string; a: string; b: string; list: string[] };
const record = (a: string, b = '', list: string[] = []): R => ({ id: 'x', a, b, list });
const used = (it: R): State<R> => ({ record: it, retired: false });
const retired = (it: R): State<R> => ({ record: it, retired: true });

test('a change is taken back, what was changed elsewhere since stays', () => {
	const undo = undoOf(used(record('1')), used(record('2')), used(record('2', 'later', ['new'])), FIELDS);
	expect(undo).toEqual({ restore: false, write: record('1', 'later', ['new']), retire: false });
});

test('a change of what was changed again since is an obstacle, with its fields', () => {
	expect(undoOf(used(record('1', '1')), used(record('2', '2')), used(record('3', '2')), FIELDS)).toEqual({ obstacle: 'changed_since', fields: ['a'] });
});

test('what was taken back already leaves nothing to do', () => {
	const nothing = { restore: false, write: null, retire: false };
	expect(undoOf(used(record('1')), used(record('2')), used(record('1')), FIELDS)).toEqual(nothing);
	expect(undoOf(null, used(record('1')), retired(record('1')), FIELDS)).toEqual(nothing);
	expect(undoOf(used(record('1')), retired(record('1')), used(record('1')), FIELDS)).toEqual(nothing);
});

test('what was made is retired, unless somebody worked on it since', () => {
	expect(undoOf(null, used(record('1')), used(record('1')), FIELDS)).toEqual({ restore: false, write: null, retire: true });
	expect(undoOf(null, used(record('1')), used(record('1', 'more')), FIELDS)).toEqual({ obstacle: 'changed_since', fields: ['b'] });
});

test('a retirement and a return are turned round; a change of a record retired since cannot be', () => {
	expect(undoOf(used(record('1')), retired(record('1')), retired(record('1')), FIELDS)).toEqual({ restore: true, write: null, retire: false });
	expect(undoOf(retired(record('1')), used(record('1')), used(record('1')), FIELDS)).toEqual({ restore: false, write: null, retire: true });
	expect(undoOf(used(record('1')), used(record('2')), retired(record('2')), FIELDS)).toEqual({ obstacle: 'retired_since', fields: ['a'] });
	expect(undoOf(used(record('1')), retired(record('2')), retired(record('2')), FIELDS)).toEqual({ restore: true, write: record('1'), retire: false });
	expect(undoOf(retired(record('1')), used(record('2')), used(record('2', 'later')), FIELDS)).toEqual({ restore: false, write: record('1', 'later'), retire: true });
});

const any = fc.record({ id: fc.constant('x'), a: fc.constantFrom('1', '2'), b: fc.constantFrom('1', '2'), list: fc.uniqueArray(fc.constantFrom('1', '2', '3')) });

test('straight after the change the record is as before; and never is a later change of another field lost', () => {
	fc.assert(
		fc.property(any, any, any, (before, after, current) => {
			const at_once = undoOf(used(before), used(after), used(after), FIELDS);
			if ('obstacle' in at_once) throw new Error('an obstacle where nothing happened since');
			expect(at_once.write ?? after).toEqual(before);
			const later = undoOf(used(before), used(after), used(current), FIELDS);
			if ('obstacle' in later) return;
			const { theirs } = mergeRecords(after, current, before, FIELDS);
			for (const field of theirs) expect((later.write ?? current)[field as 'a']).toEqual(current[field as 'a']);
		})
	);
});
