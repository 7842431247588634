import type { Issue } from './issue.ts';
import type { Candidate } from './register.ts';

/** What becomes of a row. */
export const ROW_STATES = ['new', 'changed', 'same', 'rejected', 'duplicate'] as const;
export type RowState = (typeof ROW_STATES)[number];

/** A column that a row changes, before and after, as `codeText` writes values. */
export type Change = { readonly column: string; readonly before: string; readonly after: string };

/** One row with what becomes of it. `recordId` is the record that it makes or changes. */
export type RowResult = {
	readonly sheet: number;
	readonly line: number;
	readonly state: RowState;
	readonly name: string;
	readonly recordId: string | null;
	readonly issues: readonly Issue[];
	readonly changes: readonly Change[];
	readonly candidates: readonly Candidate[];
	/** What was decided on a possible duplicate; null: nothing yet. */
	readonly decision: Decision | null;
};

/** A possible duplicate is another organisation, is left out, or is the record of this identifier (`=id`). */
export type Decision = 'new' | 'skip' | `=${string}`;

export function isDecision(text: string): text is Decision {
	return text === 'new' || text === 'skip' || /^=[a-z0-9][a-z0-9-]{0,79}$/.test(text);
}

/** By which a decision is remembered: the sheet and the line of its row. */
export function rowKey({ sheet, line }: { readonly sheet: number; readonly line: number }): string {
	return `${sheet}:${line}`;
}

/** How many rows of each kind; with the blank ones they are all lines below the headers. */
export type RowCounts = Readonly<Record<RowState, number>> & { readonly blank: number };

export function countRows(results: readonly Pick<RowResult, 'state'>[], blank: number): RowCounts {
	const counts = { new: 0, changed: 0, same: 0, rejected: 0, duplicate: 0, blank };
	for (const { state } of results) counts[state]++;
	return counts;
}
