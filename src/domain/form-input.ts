import { isDay } from './day.ts';
import { plainCreditCode } from './credit-code.ts';
import type { Field } from './form.ts';
import { parsePartialDay, writePartialDay, type PartialDay } from './partial-day.ts';
import type { Point } from './place.ts';
import type { Citation } from './record.ts';

/** What a form sends: for each input its texts, as typed. */
export type Typed = Readonly<Record<string, readonly string[]>>;

/** What was made of a field: a value to be checked by the schema, or what is wrong with which input. */
export type Read = { readonly value: unknown } | { readonly input: string; readonly code: string };

/** The datums in which coordinates are given: GPS and our maps, Amap and Tencent, Baidu. */
export const DATUMS = ['wgs84', 'gcj02', 'bd09'] as const;
export type Datum = (typeof DATUMS)[number];

/** How a date is to be taken: as it is written; as its latest day; not known; there is none. */
export const TAKEN_AS = ['written', 'not_after', 'unknown', 'none'] as const;

/** The names of a field's inputs; the first is the one that is focused where the field is wrong. */
export function inputsOf(name: string, { kind }: Pick<Field, 'kind'>): string[] {
	if (kind === 'bilingual') return [`${name}.zh`, `${name}.en`];
	if (kind === 'partial_day') return [`${name}.on`, `${name}.as`];
	if (kind === 'point') return [name, `${name}.datum`];
	if (kind === 'areas') return [name, `${name}.order`];
	if (kind === 'citations') return [`${name}.source`, `${name}.field`];
	return [name];
}

const first = (typed: Typed, name: string): string => (typed[name]?.[0] ?? '').trim();
const all = (typed: Typed, name: string): string[] => (typed[name] ?? []).map((text) => text.trim());
const orNull = (text: string): string | null => text || null;

/** What was typed into a field's inputs, as the schema takes it. Never throws. */
export function readInput(typed: Typed, name: string, field: Field): Read {
	switch (field.kind) {
		case 'text':
		case 'long':
		case 'url':
		case 'city':
		case 'district':
		case 'choice':
			return { value: orNull(first(typed, name)) };
		case 'credit_code':
			return { value: orNull(plainCreditCode(first(typed, name))) };
		case 'lines':
			return { value: (typed[name]?.[0] ?? '').split('\n').map((line) => line.trim()).filter(Boolean) };
		case 'bilingual': {
			const [zh, en] = [first(typed, `${name}.zh`), first(typed, `${name}.en`)];
			return { value: zh || en || field.required ? { zh, en: orNull(en) } : null };
		}
		case 'partial_day':
			return readPartialDay(typed, name, field);
		case 'day': {
			const day = plainDay(first(typed, name));
			return day !== '' && !isDay(day) ? { input: name, code: 'day' } : { value: orNull(day) };
		}
		case 'choices':
			return { value: [...new Set(all(typed, name))].filter(Boolean) };
		case 'flag':
			return { value: first(typed, name) === 'on' };
		case 'number':
			return readNumber(first(typed, name), name, field.most);
		case 'point':
			return readPoint(first(typed, name), name);
		case 'areas':
			return { value: inOrder([...new Set(all(typed, name))].filter(Boolean), first(typed, `${name}.order`).split(' ')) };
		case 'reference': {
			const text = first(typed, name);
			const id = referenceOf(text);
			return text !== '' && id === null ? { input: name, code: 'reference' } : { value: id };
		}
		case 'references': {
			const texts = all(typed, name).filter(Boolean);
			const ids = texts.map(referenceOf);
			return ids.includes(null) ? { input: name, code: 'reference' } : { value: [...new Set(ids)] };
		}
		case 'citations':
			return readCitations(typed, name);
	}
}

/** The inputs of a field as they stand when its record is opened: what `readInput` reads back. */
export function writeInput(value: unknown, name: string, field: Field): Typed {
	if (field.kind === 'flag') return { [name]: value === true ? ['on'] : [] };
	if (field.kind === 'partial_day') {
		const day = value as PartialDay | null;
		const as = day === null ? 'none' : day.on === null ? 'unknown' : day.precision === 'not_after' ? 'not_after' : 'written';
		return { [`${name}.on`]: [day?.on ? writePartialDay(day).replace('<=', '') : ''], [`${name}.as`]: [as] };
	}
	if (field.kind === 'lines') return { [name]: [((value ?? []) as readonly string[]).join('\n')] };
	if (field.kind === 'choices') return { [name]: (value ?? []) as readonly string[] };
	if (field.kind === 'areas') return { [name]: (value ?? []) as readonly string[], [`${name}.order`]: [((value ?? []) as readonly string[]).join(' ')] };
	if (field.kind === 'reference') return { [name]: [value ? `#${String(value)}` : ''] };
	if (field.kind === 'references') return { [name]: ((value ?? []) as readonly string[]).map((id) => `#${id}`) };
	if (field.kind === 'citations') {
		const citations = (value ?? []) as readonly Citation[];
		return { [`${name}.source`]: citations.map(({ sourceId }) => `#${sourceId}`), [`${name}.field`]: citations.map((citation) => citation.field) };
	}
	if (field.kind === 'bilingual') {
		const text = value as { zh: string; en: string | null } | null;
		return { [`${name}.zh`]: [text?.zh ?? ''], [`${name}.en`]: [text?.en ?? ''] };
	}
	if (field.kind === 'point') {
		const point = value as Point | null;
		return { [name]: [point ? `${point.lon}, ${point.lat}` : ''], [`${name}.datum`]: ['wgs84'] };
	}
	return { [name]: [value === null || value === undefined ? '' : String(value)] };
}

/** The inputs of a field of a new record. */
export function blankInput(name: string, field: Field): Typed {
	if (field.kind === 'choice') return { [name]: [field.initial ?? ''] };
	if (field.kind === 'partial_day') return { [`${name}.on`]: [''], [`${name}.as`]: [field.none ? 'none' : 'written'] };
	return writeInput(null, name, field);
}

/** The identifier in `红豆集团 #hongdou-jituan`, or the text itself where it is one; null where it is neither. */
export function referenceOf(text: string): string | null {
	const [, marked] = /(?:^|\s)#([a-z0-9][a-z0-9_-]{0,79})$/.exec(text) ?? [];
	return marked ?? (/^[a-z0-9][a-z0-9_-]{0,79}$/.test(text) ? text : null);
}

/**
 * A date as people write it, in the form of `parsePartialDay`: 2024年3月5日, 2024.3.5, 2024/03, ２０２４. What is none of
 * these stays as it is.
 */
export function plainDay(text: string): string {
	const plain = text.normalize('NFKC').trim();
	const parts = /^(\d{4})\s*(?:[-./年]\s*(?:(\d{1,2})\s*(?:[-./月]\s*(?:(\d{1,2})\s*日?)?)?)?)?$/.exec(plain);
	if (!parts) return plain;
	const [, year = '', ...rest] = parts;
	return [year, ...rest.filter((part) => part !== undefined).map((part) => part.padStart(2, '0'))].join('-');
}

function readPartialDay(typed: Typed, name: string, { required, none }: Field & { kind: 'partial_day' }): Read {
	const [on, as] = [plainDay(first(typed, `${name}.on`)), first(typed, `${name}.as`) || 'written'];
	const input = `${name}.on`;
	if (as === 'unknown' || as === 'none') {
		if (on !== '') return { input, code: as === 'none' ? 'day_and_none' : 'day_and_unknown' };
		if (required || (as === 'none' && !none)) return { input, code: 'empty' };
		return { value: as === 'none' ? null : '' };
	}
	if (on === '') return required || as === 'not_after' ? { input, code: 'empty' } : { value: none ? null : '' };
	const text = as === 'not_after' ? `<=${on.replace(/^(<=|≤)\s*/, '')}` : on.replace(/^≤\s*/, '<=');
	return parsePartialDay(text) === null ? { input, code: as === 'not_after' ? 'day' : 'partial_day' } : { value: text };
}

function readNumber(text: string, name: string, most: number): Read {
	if (text === '') return { value: null };
	const digits = text.normalize('NFKC').replace(/[,\s]/g, '');
	if (!/^\d+$/.test(digits)) return { input: name, code: 'number' };
	return Number(digits) > most ? { input: name, code: 'too_large' } : { value: Number(digits) };
}

/** Two numbers, longitude first unless only the second can be one: here every longitude is beyond 90 degrees. */
function readPoint(text: string, name: string): Read {
	if (text === '') return { value: null };
	const numbers = text.normalize('NFKC').replace(/[、;°]/g, ',').split(/[,\s]+/).filter(Boolean);
	const [x = NaN, y = NaN] = numbers.map((part) => (/^[-+]?\d+(\.\d+)?(e-\d+)?$/.test(part) ? Number(part) : NaN));
	if (numbers.length !== 2 || Number.isNaN(x) || Number.isNaN(y)) return { input: name, code: 'point' };
	const [lon, lat] = Math.abs(y) > 90 && Math.abs(x) <= 90 ? [y, x] : [x, y];
	return Math.abs(lon) > 180 || Math.abs(lat) > 90 ? { input: name, code: 'point' } : { value: { lon, lat } };
}

/** Those that had a place keep it; the others follow in the order of their codes. */
function inOrder(codes: readonly string[], order: readonly string[]): string[] {
	const place = (code: string): number => (order.includes(code) ? order.indexOf(code) : order.length);
	return [...codes].sort((one, other) => place(one) - place(other) || (one < other ? -1 : 1));
}

function readCitations(typed: Typed, name: string): Read {
	const fields = all(typed, `${name}.field`);
	const citations: Citation[] = [];
	for (const [i, text] of all(typed, `${name}.source`).entries()) {
		const [sourceId, field] = [referenceOf(text), fields[i] ?? ''];
		if (text === '' && field === '') continue;
		if (text === '') return { input: `${name}.source`, code: 'source_missing' };
		if (sourceId === null) return { input: `${name}.source`, code: 'reference' };
		if (!citations.some((one) => one.sourceId === sourceId && one.field === field)) citations.push({ sourceId, field });
	}
	return { value: citations };
}
