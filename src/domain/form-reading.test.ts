import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import * as v from 'valibot';
import { arbitraryRecord } from '#tests/records/form-records.ts';
import { FORM_TYPES, FORMS, type FormRecord } from './form.ts';
import { plainDay, referenceOf, type Typed } from './form-input.ts';
import { blankForm, inputNames, readForm, typedOf, writeForm } from './form-reading.ts';

const VALID: Typed = { ...blankForm('member'), 'name.zh': ['示例研究院'], kind: ['institute'] };

const entriesOf = (typed: Typed): [string, string][] => Object.entries(typed).flatMap(([name, texts]) => texts.map((text): [string, string] => [name, text]));

describe.each(FORM_TYPES)('%s', (type) => {
	test('every property of the schema has a field, and no field is without', () => {
		const piped = FORMS[type].schema as unknown as { entries?: object; pipe?: readonly { entries?: object }[] };
		const entries = piped.pipe?.[0]?.entries ?? piped.entries ?? {};
		expect(['id', ...Object.keys(FORMS[type].fields)].sort()).toEqual(Object.keys(entries).sort());
	});

	test('reading what was written gives the record', () => {
		fc.assert(
			fc.property(arbitraryRecord(type), (record) => {
				const sent = typedOf(type, entriesOf(writeForm(type, record)).map(([name, text]) => [name, text.replaceAll('\n', '\r\n')]));
				expect(readForm(type, record.id, sent)).toEqual({ record, issues: [] });
			}),
			{ numRuns: 300 }
		);
	});

	test('whatever is sent gives a record that passes its schema, or says what is wrong with which input', () => {
		const names = inputNames(type);
		const sent = fc.array(
			fc.tuple(
				fc.oneof({ weight: 9, arbitrary: fc.constantFrom(...names) }, { weight: 1, arbitrary: fc.constantFrom('__proto__', 'constructor', 'id', '') }),
				fc.oneof(fc.string({ unit: 'binary' }), fc.constantFrom('', 'on', 'park', 'stated', '320200', '320214', '2024', '2024-02-30', '120, 31', '9'.repeat(400), '\u0000', '\ud800'), fc.constant(new Blob()))
			),
			{ maxLength: 40 }
		);
		fc.assert(
			fc.property(sent, (entries) => {
				const typed = typedOf(type, entries as [string, unknown][]);
				const reading = readForm(type, 'x', typed);
				if (reading.record) expect(v.safeParse(FORMS[type].schema, { ...inputOf(reading.record) }).issues ?? []).toEqual([]);
				else {
					expect(reading.issues.length).toBeGreaterThan(0);
					for (const { field, input } of reading.issues) expect(inputNames(type), field).toContain(input);
				}
			}),
			{ numRuns: 1000 }
		);
	});

	test('a blank form lacks just what is needed', () => {
		const needed = Object.entries(FORMS[type].fields).filter(([name, field]) => field.required && !(field.kind === 'choice' && field.initial) && name);
		const { issues } = readForm(type, 'x', blankForm(type));
		expect(issues.map(({ field, code }) => [field, code])).toEqual(needed.map(([name]) => [name, 'empty']));
	});
});

/** A record as its schema takes it: partial days as written. */
function inputOf(record: FormRecord): Record<string, unknown> {
	const isPartial = (value: unknown): value is { on: string | null; precision: string } => typeof value === 'object' && value !== null && 'precision' in value;
	const written = ({ on, precision }: { on: string | null; precision: string }): string =>
		on === null ? '' : precision === 'not_after' ? `<=${on}` : on.slice(0, precision === 'year' ? 4 : precision === 'month' ? 7 : 10);
	return Object.fromEntries(Object.entries(record).map(([name, value]) => [name, isPartial(value) ? written(value) : value]));
}

test('each thing that is wrong is said at its input', () => {
	const wrong = (changes: Typed): unknown => readForm('member', 'x', { ...VALID, ...changes }).issues.map(({ input, code, limit }) => [input, code, ...(limit ? [limit] : [])]);
	expect(wrong({})).toEqual([]);
	expect(wrong({ 'name.zh': ['  '], 'name.en': ['Name'] })).toEqual([['name.zh', 'empty']]);
	expect(wrong({ 'name.en': ['x'.repeat(301)] })).toEqual([['name.en', 'too_long', 300]]);
	expect(wrong({ kind: ['club'] })).toEqual([['kind', 'choice']]);
	expect(wrong({ city: ['320200'] })).toEqual([['cityBasis', 'basis_without_place']]);
	expect(wrong({ city: ['320200'], cityBasis: ['stated'], district: ['310101'] })).toEqual([['district', 'district_outside_city']]);
	expect(wrong({ point: ['near the lake'] })).toEqual([['point', 'point']]);
	expect(wrong({ website: ['example.org'] })).toEqual([['website', 'url']]);
	expect(wrong({ creditCode: ['123'] })).toEqual([['creditCode', 'credit_code']]);
	expect(wrong({ creditCode: ['91440300708461136A'] })).toEqual([['creditCode', 'credit_code_check']]);
	expect(wrong({ 'citations.source': ['nowhere to be found!'] })).toEqual([['citations.source', 'reference']]);
	expect(wrong({ 'citations.source': [''], 'citations.field': ['city'] })).toEqual([['citations.source', 'source_missing']]);
	expect(wrong({ kind: [''], 'name.zh': [''], website: ['x'] })).toEqual([['name.zh', 'empty'], ['kind', 'empty'], ['website', 'url']]);
});

test('dates are taken as they are meant', () => {
	const read = (on: string, as: string, name = 'left') => {
		const typed = { ...blankForm('membership'), memberId: ['m'], 'joined.on': ['2020'], [`${name}.on`]: [on], [`${name}.as`]: [as] };
		const { record, issues } = readForm('membership', 'x', typed);
		return record ? record[name] : issues[0]?.code;
	};
	expect(read('', 'none')).toBeNull();
	expect(read('2024年3月', 'written')).toEqual({ on: '2024-03-31', precision: 'month' });
	expect(read('２０２４', 'written')).toEqual({ on: '2024-12-31', precision: 'year' });
	expect(read('2024.3.5', 'not_after')).toEqual({ on: '2024-03-05', precision: 'not_after' });
	expect(read('≤2024-03-05', 'written')).toEqual({ on: '2024-03-05', precision: 'not_after' });
	expect(read('', 'unknown')).toBe('unbounded');
	expect(read('2024', 'none')).toBe('day_and_none');
	expect(read('2024', 'unknown')).toBe('day_and_unknown');
	expect(read('2024-02-30', 'written')).toBe('partial_day');
	expect(read('2019', 'written')).toBe('left_before_joined');
	expect(read('', 'written', 'joined')).toBe('empty');
	expect(['2024年3月5日', '2024/3/5', '2024 . 3', '2024-03-05', '去年'].map(plainDay)).toEqual(['2024-03-05', '2024-03-05', '2024-03', '2024-03-05', '去年']);
});

test('coordinates, numbers, codes and references are taken in the ways they are pasted', () => {
	const member = (changes: Typed) => readForm('member', 'x', { ...VALID, ...changes }).record;
	for (const text of ['120.3, 31.57', '31.57,120.3', '120.3 31.57', '１２０.３，31.57'])
		expect(member({ point: [text] })?.['point'], text).toEqual({ lon: 120.3, lat: 31.57 });
	expect(member({ creditCode: ['9144 0300 7084 6113 6t'] })?.['creditCode']).toBe('91440300708461136T');
	const total = { ...blankForm('reported_total'), metric: ['members'], on: ['2024年3月5日'], qualifier: ['over'], value: ['１,200'] };
	expect(readForm('reported_total', 'x', total).record).toMatchObject({ on: '2024-03-05', value: 1200, isPublic: false });
	expect(readForm('reported_total', 'x', { ...total, value: ['2147483648'] }).issues).toMatchObject([{ code: 'too_large' }]);
	expect(['红豆集团 #hongdou', '#a_b', 'hongdou', '红豆集团', 'C# x', ''].map(referenceOf)).toEqual(['hongdou', 'a_b', 'hongdou', null, null, null]);
});
