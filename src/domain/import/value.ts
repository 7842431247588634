import * as v from 'valibot';
import { isCreditCode, plainCreditCode } from '../credit-code.ts';
import type { Adcode } from '../place.ts';
import { writePartialDay, type PartialDay } from '../partial-day.ts';
import { idSchema, webAddressSchema } from '../record.ts';
import type { Column } from './column.ts';
import { readDate } from './date.ts';
import { issue, type Issue } from './issue.ts';
import { readPlace, type FoundPlace, type Gazetteer } from './place.ts';
import { cellText, isBlank, isFaultCell, type Cell } from './table.ts';
import { clean, cleanName, partsOf, sameness, saysNothing } from './text.ts';
import { codeOf } from './vocabulary.ts';

/** What a cell says, in the words of the record: null where it says that nothing is known. */
export type Value = string | number | readonly string[] | PartialDay | FoundPlace | null;
export type CellReading = { readonly value: Value } | { readonly issue: Issue };

/** What cells may refer to. Names and titles by `sameness`; more than one record where they are shared. */
export type Directory = ReadonlyMap<string, readonly string[]>;

export type ReadingContext = {
	readonly gazetteer: Gazetteer;
	readonly events: Directory;
	readonly sources: Directory;
	readonly people: Directory;
	readonly since1904: boolean;
};

/** Longer than any value may be: not even looked at. */
const MOST = 6_000;

/** Reads a cell as its column asks. A blank cell, and one that says 不详 or the like, is null. */
export function readCell(column: Column, cell: Cell, context: ReadingContext, city: Adcode | null = null): CellReading {
	if (isBlank(cell)) return { value: null };
	if (isFaultCell(cell)) return wrong(column, cell.fault === 'too_long' ? 'too_long' : cell.fault === 'error' ? 'fault_error' : 'fault_formula', cell.text);
	const text = printable(cellText(cell));
	if (text.length > MOST) return wrong(column, 'too_long', text);
	if (typeof cell === 'string' && column.form !== 'text' && saysNothing(clean(cell))) return { value: null };
	switch (column.form) {
		case 'partial_day':
		case 'day':
			return readDay(column, cell, context);
		case 'name':
		case 'text': {
			const value = column.form === 'name' ? cleanName(text) : text.replace(/\r\n?/g, '\n').trim();
			if (value.length > column.most) return wrong(column, 'too_long', String(column.most));
			return { value: value === '' ? null : value };
		}
		case 'names':
			return { value: partsOf(text) };
		case 'choice': {
			const code = codeOf(column.words, text);
			return code === null ? wrong(column, 'choice', clean(text)) : { value: code };
		}
		case 'choices': {
			const parts = partsOf(text.replace(/[,，]/g, ';')).map((part) => [part, codeOf(column.words, part)] as const);
			const unknown = parts.find(([, code]) => code === null);
			return unknown ? wrong(column, 'choice', unknown[0]) : { value: [...new Set(parts.map(([, code]) => code as string))] };
		}
		case 'city':
		case 'district': {
			const reading = readPlace(text, context.gazetteer, column.form, city);
			return 'issue' in reading ? wrong(column, reading.issue, clean(text)) : { value: reading.place };
		}
		case 'web':
			return readWeb(column, clean(text));
		case 'credit_code': {
			const code = plainCreditCode(text);
			return isCreditCode(code) ? { value: code } : wrong(column, 'credit_code', clean(text));
		}
		case 'id': {
			const id = clean(text).toLowerCase();
			return v.is(idSchema, id) ? { value: id } : wrong(column, 'id', text);
		}
		case 'degrees': {
			const number = Number(clean(text).replace(/[°度NEne东经北纬]/g, ''));
			return Number.isFinite(number) && Math.abs(number) <= 180 ? { value: number } : wrong(column, 'number', text);
		}
		case 'chance':
			return readChance(column, clean(text));
		case 'event':
			return readOne(column, text, context.events, 'event_unknown');
		case 'person':
			return readOne(column, text, context.people, 'person_unknown');
		case 'sources':
			return readSources(column, text, context.sources);
	}
}

/** Without what no text holds: control characters other than line breaks, halves of characters. */
function printable(text: string): string {
	// eslint-disable-next-line no-control-regex
	return text.toWellFormed().replace(/[\0-\x08\x0b\x0c\x0e-\x1f\x7f]/g, '');
}

function wrong({ id }: Column, code: Issue['code'], detail: string): { readonly issue: Issue } {
	return { issue: issue(id, code, detail) };
}

function readDay(column: Column, cell: Cell, { since1904 }: ReadingContext): CellReading {
	const reading = readDate(cell, since1904);
	if ('issue' in reading) return wrong(column, reading.issue, cellText(cell));
	const { date } = reading;
	if (date.on === null) return { value: null };
	if (column.form === 'partial_day') return { value: date };
	return date.precision === 'day' ? { value: date.on } : wrong(column, 'day_needed', cellText(cell));
}

function readWeb(column: Column, text: string): CellReading {
	const address = /^[a-z][a-z\d+.-]*:\/\//i.test(text) || !/^[^/\s]+\.[a-z]{2,}/i.test(text) ? text : `http://${text}`;
	return v.is(webAddressSchema, address) ? { value: address } : wrong(column, 'url', text);
}

/** `30%`, `0.3` and `30` alike; 1 is certainty, not one in a hundred. */
function readChance(column: Column, text: string): CellReading {
	const percent = /^([\d.]+)%$/.exec(text)?.[1];
	const number = Number(percent ?? text);
	const chance = percent !== undefined || number > 1 ? number / 100 : number;
	return Number.isFinite(chance) && chance >= 0 && chance <= 1 ? { value: Math.round(chance * 1e6) / 1e6 } : wrong(column, 'probability', text);
}

function readOne(column: Column, text: string, directory: Directory, code: Issue['code']): CellReading {
	const found = directory.get(sameness(text)) ?? [];
	return found.length === 1 ? { value: found[0] as string } : wrong(column, code, clean(text));
}

/** Sources by identifier, title or address; `identifier@field` where one stands behind one field only. */
function readSources(column: Column, text: string, directory: Directory): CellReading {
	const found: string[] = [];
	for (const part of partsOf(text)) {
		const [, name = part, field = ''] = /^(.*?)(?:@([a-zA-Z]*))?$/.exec(part) ?? [];
		const ids = directory.get(sameness(name)) ?? directory.get(sameness(part)) ?? [];
		if (ids.length !== 1) return wrong(column, 'source_unknown', part);
		found.push(field ? `${ids[0]}@${field}` : (ids[0] as string));
	}
	return { value: [...new Set(found)] };
}

/** A value as text that `readCell` reads back, in codes rather than words; the empty text for null. */
export function codeText(value: Value): string {
	if (value === null) return '';
	if (typeof value === 'object' && 'precision' in value) return writePartialDay(value);
	if (typeof value === 'object' && 'city' in value) return value.district ?? value.city;
	return typeof value === 'object' ? value.join(';') : String(value);
}
