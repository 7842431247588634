import * as v from 'valibot';
import { isCreditCode } from './credit-code.ts';
import { FORMS, type FormRecord, type FormType } from './form.ts';
import { blankInput, inputsOf, readInput, writeInput, type Typed } from './form-input.ts';

/** What is wrong with a field: at which of its inputs, by a code that the texts put in words, and the limit it broke. */
export type Issue = { readonly field: string; readonly input: string; readonly code: string; readonly limit?: number };

/** What was made of a form: a record that passes its schema, or what is wrong. */
export type Reading = { readonly record: FormRecord; readonly issues: readonly [] } | { readonly record: null; readonly issues: readonly Issue[] };

/** Lists longer than this are cut: nobody typed them. */
const MOST_ROWS = 2000;

/** The names of all inputs of a type's form. */
export function inputNames(type: FormType): string[] {
	return Object.entries(FORMS[type].fields).flatMap(([name, field]) => inputsOf(name, field));
}

/**
 * The texts of a type's form among the entries of a request, line ends as in the record; what is no text or no part of
 * the form is left out, as are characters that no database or answer can carry.
 */
export function typedOf(type: FormType, entries: Iterable<readonly [string, unknown]>): Typed {
	const names = new Set(inputNames(type));
	const typed = new Map<string, string[]>();
	for (const [name, value] of entries) {
		if (typeof value !== 'string' || !names.has(name)) continue;
		const list = typed.get(name) ?? [];
		if (list.length < MOST_ROWS) list.push(plainText(value));
		typed.set(name, list);
	}
	return Object.fromEntries(typed);
}

/** A text without control characters and broken surrogates, its lines ended by a line feed. */
export function plainText(text: string): string {
	// eslint-disable-next-line no-control-regex
	return text.toWellFormed().replace(/\r\n?/g, '\n').replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f]/g, '');
}

/** The record of this identifier that a form describes, or everything that is wrong with it at once. Never throws. */
export function readForm(type: FormType, id: string, typed: Typed): Reading {
	const { schema, fields } = FORMS[type];
	const input: Record<string, unknown> = { id };
	const issues: Issue[] = [];
	for (const [name, field] of Object.entries(fields)) {
		const read = readInput(typed, name, field);
		if ('code' in read) issues.push({ field: name, ...read });
		else input[name] = read.value;
	}
	const parsed = v.safeParse(schema, input);
	const wrong = new Set(issues.map((issue) => issue.field));
	for (const issue of parsed.issues ?? []) {
		const [name, part] = (issue.path ?? []).map((item) => String((item as { key: unknown }).key));
		const field = name === undefined ? undefined : fields[name];
		if (name === undefined || !field || wrong.has(name)) continue;
		wrong.add(name);
		const inputs = inputsOf(name, field);
		issues.push({ field: name, input: inputs.find((one) => one === `${name}.${part}`) ?? inputs[0]!, ...codeOf(issue) });
	}
	const code = input['creditCode'];
	if (typeof code === 'string' && 'creditCode' in fields && !wrong.has('creditCode') && !isCreditCode(code))
		issues.push({ field: 'creditCode', input: 'creditCode', code: 'credit_code_check' });
	if (issues.length > 0) return { record: null, issues: inFormOrder(type, issues) };
	if (parsed.success) return { record: parsed.output, issues: [] };
	return { record: null, issues: [{ field: '', input: '', code: 'invalid' }] };
}

/** The inputs of a type's form as they stand when the record is opened: what `readForm` reads back. */
export function writeForm(type: FormType, record: FormRecord): Typed {
	return Object.assign({}, ...Object.entries(FORMS[type].fields).map(([name, field]) => writeInput(record[name], name, field))) as Typed;
}

/** The inputs of the form of a new record. */
export function blankForm(type: FormType): Typed {
	return Object.assign({}, ...Object.entries(FORMS[type].fields).map(([name, field]) => blankInput(name, field))) as Typed;
}

/** The rules of the schemas that say by their message what is wrong. */
const SAID = /^[a-z]+(_[a-z]+)*$/;

function codeOf(issue: v.BaseIssue<unknown>): { code: string; limit?: number } {
	if (issue.type === 'picklist') return { code: issue.input === null || issue.input === undefined ? 'empty' : 'choice' };
	if (issue.type === 'max_length') return { code: 'too_long', limit: Number(issue.requirement) };
	if (SAID.test(issue.message)) return { code: issue.message };
	return { code: issue.input === null || issue.input === undefined || issue.input === '' ? 'empty' : 'invalid' };
}

function inFormOrder(type: FormType, issues: readonly Issue[]): Issue[] {
	const order = Object.keys(FORMS[type].fields);
	return [...issues].sort((one, other) => order.indexOf(one.field) - order.indexOf(other.field));
}

/** What a record that was put together by other means than its form contradicts; empty where it passes. */
export function recordIssues(type: FormType, record: FormRecord | object): readonly Issue[] {
	const whole = record as FormRecord;
	// A code recorded before its check digit was looked at stays possible.
	return readForm(type, whole.id, writeForm(type, whole)).issues.filter(({ code }) => code !== 'credit_code_check');
}
