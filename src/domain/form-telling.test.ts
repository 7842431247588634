import { expect, test } from 'vitest';
import { FORM_TYPES } from './form.ts';
import { tellingsOf } from './form-telling.ts';
import { prospectSchema } from './prospect.ts';
import { RECORD_TYPES } from './record.ts';
import { targetSchema } from './target.ts';

test.each([
	['prospect', prospectSchema],
	['target', targetSchema]
] as const)('every property of a %s is told, and nothing that it does not have', (type, schema) => {
	expect(['id', ...Object.keys(tellingsOf(type))].sort()).toEqual(Object.keys(schema.pipe[0].entries).sort());
});

test('every type of record is told', () => {
	expect(RECORD_TYPES.filter((type) => Object.keys(tellingsOf(type)).length === 0)).toEqual([]);
	expect(RECORD_TYPES.length).toBe(FORM_TYPES.length + 2);
});
