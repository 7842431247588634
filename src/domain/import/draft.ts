import type { Adcode } from '../place.ts';
import type { Column } from './column.ts';
import type { Mapping } from './header.ts';
import { issue, type Issue } from './issue.ts';
import type { FoundPlace } from './place.ts';
import { cellText, isBlank, type SheetRow } from './table.ts';
import { sameness } from './text.ts';
import { readCell, type ReadingContext, type Value } from './value.ts';

/** What a row says, by the column of the import; a column that says nothing of this record is missing. */
export type Draft = ReadonlyMap<string, Value>;

/** One row read: what it says, and what cannot be understood. */
export type ReadRow = {
	readonly sheet: number;
	readonly line: number;
	readonly draft: Draft;
	readonly issues: readonly Issue[];
	/** The text of a column as it stands in the row; the empty text where the column is not read. */
	raw(column: string): string;
};

/** What a blank cell means: leave what is recorded, or that nothing is known. */
export const BLANK_MEANS = ['keep', 'clear'] as const;
export type BlankMeans = (typeof BLANK_MEANS)[number];

/** A column of the import at its place in a sheet. */
export type Placed = { readonly index: number; readonly column: Column };

/** The columns of a sheet that are read; places first, since a district is read within its city. */
export function placedColumns(mapping: Mapping, columns: readonly Column[]): Placed[] {
	const placed = Object.entries(mapping).flatMap(([index, id]) => {
		const column = columns.find((each) => each.id === id);
		return column ? [{ index: Number(index), column }] : [];
	});
	return placed.sort((a, b) => Number(a.column.form === 'district') - Number(b.column.form === 'district') || a.index - b.index);
}

/** Does a row hold nothing in any column that is read, or repeat the header? */
export function isEmptyRow({ cells }: SheetRow, placed: readonly Placed[], headers: ReadonlyMap<number, string>): boolean {
	if (placed.every(({ index }) => isBlank(cells[index]))) return true;
	return placed.length > 1 && placed.every(({ index }) => sameness(cellText(cells[index])) === (headers.get(index) ?? ''));
}

/** Reads the cells of a row. */
export function readRow(sheet: number, { line, cells }: SheetRow, placed: readonly Placed[], blank: BlankMeans, context: ReadingContext): ReadRow {
	const draft = new Map<string, Value>();
	const issues: Issue[] = [];
	for (const { index, column } of placed) {
		const cell = cells[index] ?? null;
		if (isBlank(cell) && blank === 'keep') continue;
		const reading = readCell(column, cell, context, column.form === 'district' ? cityIn(draft) : null);
		if ('issue' in reading) issues.push(reading.issue);
		else if (reading.value !== null || blank === 'clear') draft.set(column.id, reading.value);
	}
	const place = placeIssue(draft);
	if (place) issues.push(place);
	const raw = (id: string): string => cellText(cells[placed.find(({ column }) => column.id === id)?.index ?? -1]).trim();
	return { sheet, line, draft, issues, raw };
}

function cityIn(draft: Draft): Adcode | null {
	const city = draft.get('city');
	return city ? (city as FoundPlace).city : null;
}

/** The city and the district may each name the other, and must not contradict. */
function placeIssue(draft: Map<string, Value>): Issue | null {
	const [city, district] = [draft.get('city') as FoundPlace | null | undefined, draft.get('district') as FoundPlace | null | undefined];
	if (district && district.district === null) {
		// A city named in the column of districts says no more than the city.
		draft.delete('district');
		if (!city) draft.set('city', district);
		return city && city.city !== district.city ? issue('district', 'district_outside_city') : null;
	}
	if (city && district && city.city !== district.city) return issue('district', 'district_outside_city');
	if (city && city.district && district && city.district !== district.district) return issue('district', 'district_outside_city');
	if (district && !city) draft.set('city', district);
	if (city?.district && !district) draft.set('district', city);
	return null;
}
