import type * as v from 'valibot';
import type { Member } from '../member.ts';
import type { Membership } from '../membership.ts';
import type { Prospect } from '../prospect.ts';
import type { Column } from './column.ts';
import type { Draft, ReadRow } from './draft.ts';
import { issue, type Issue, type IssueCode } from './issue.ts';
import type { Candidate, Identity, Register } from './register.ts';
import { rowKey, type Change, type Decision, type RowResult, type RowState } from './result.ts';
import { codeText, type Value } from './value.ts';

/** A record as it stands, and the version that must still stand when it is written. */
export type Standing<R> = { readonly record: R; readonly version: number };

/** One record to be written; `expectedVersion` null: it is new. */
export type PlannedWrite =
	| { readonly type: 'member'; readonly record: Member; readonly expectedVersion: number | null }
	| { readonly type: 'membership'; readonly record: Membership; readonly expectedVersion: number | null }
	| { readonly type: 'prospect'; readonly record: Prospect; readonly expectedVersion: number | null };

/** What becomes of each row, and what is written, in an order in which no record comes before one it names. */
export type Plan = { readonly results: readonly RowResult[]; readonly writes: readonly PlannedWrite[] };

export type Decisions = Readonly<Record<string, Decision>>;

/** Which record a row is about once a possible duplicate is decided; `undecided` keeps it out. */
export type Settled =
	| { readonly is: 'record'; readonly id: string }
	| { readonly is: 'new' }
	| { readonly is: 'undecided'; readonly candidates: readonly Candidate[]; readonly decision: Decision | null }
	| { readonly is: 'refused'; readonly issue: Issue };

/** Applies what was decided on a row to which record it may mean. A decision for no candidate of it counts for nothing. */
export function settle(identity: Identity, decision: Decision | null): Settled {
	if (identity.is === 'refused') return { is: 'refused', issue: issue('id', 'retired') };
	if (identity.is !== 'unsure') return identity;
	if (decision === 'new') return { is: 'new' };
	const chosen = decision?.startsWith('=') ? identity.candidates.find(({ id }) => id === decision.slice(1)) : undefined;
	if (chosen) return { is: 'record', id: chosen.id };
	return { is: 'undecided', candidates: identity.candidates, decision: decision === 'skip' ? 'skip' : null };
}

/** The result of a row. */
export function resultOf(row: ReadRow, state: RowState, rest: Partial<RowResult>): RowResult {
	const name = (row.draft.get('name') as string | null | undefined) ?? row.raw('name');
	return { sheet: row.sheet, line: row.line, state, name, recordId: null, issues: [], changes: [], candidates: [], decision: null, ...rest };
}

/** The decision on a row, or null. */
export function decisionOn(row: ReadRow, decisions: Decisions): Decision | null {
	return decisions[rowKey(row)] ?? null;
}

/** Columns whose cells hold the record's own text, which reading may tidy up. */
const AS_WRITTEN = ['name', 'nameEn', 'aliases', 'website', 'creditCode', 'sources', 'remark', 'note', 'nextStep', 'contact', 'lostReason'];

/**
 * What a row says beyond the record, and what is wrong with it: a cell that reads exactly as the record is exported says
 * nothing new, however it would be read.
 */
export function beyond(row: ReadRow, exported: (column: string) => string): { readonly draft: Draft; readonly issues: readonly Issue[] } {
	const draft = new Map(row.draft);
	const isAsExported = (column: string) => row.raw(column) === exported(column);
	for (const column of AS_WRITTEN) if (draft.has(column) && row.raw(column) !== '' && isAsExported(column)) draft.delete(column);
	return { draft, issues: row.issues.filter(({ column }) => column === null || !isAsExported(column)) };
}

/** The columns in which two states differ. */
export function changesOf(columns: readonly Column[], before: ((column: string) => Value) | null, after: (column: string) => Value): Change[] {
	return columns.flatMap(({ id }) => {
		const [was, is] = [before ? codeText(before(id)) : '', codeText(after(id))];
		return was === is ? [] : [{ column: id, before: was, after: is }];
	});
}

const CODES: Readonly<Record<string, IssueCode>> = {
	empty: 'missing',
	too_long: 'too_long',
	district_outside_city: 'district_outside_city',
	basis_without_place: 'basis_without_place',
	left_before_joined: 'left_before_joined',
	unbounded: 'date_unknown',
	partial_day: 'date',
	day: 'date',
	url: 'url',
	credit_code: 'credit_code',
	id: 'id',
	probability: 'probability',
	stage_before_noted: 'stage_before_noted',
	member_without_conversion: 'converts_elsewhere'
};

const PROPERTIES: Readonly<Record<string, string>> = { citations: 'sources', internalNote: 'note', eventId: 'event', point: 'lon', memberId: 'stage', ownerId: 'owner' };

/** What a schema finds, as issues of the columns. */
export function schemaIssues(issues: readonly v.BaseIssue<unknown>[]): Issue[] {
	const found = issues.map(({ message, path, input }) => {
		const property = String(path?.[0]?.key ?? '');
		const column = property === 'name' && path?.[1]?.key === 'en' ? 'nameEn' : (PROPERTIES[property] ?? (property || null));
		return issue(column, CODES[message] ?? (input === undefined || input === null ? 'missing' : 'invalid'), typeof input === 'string' ? input : '');
	});
	return [...new Map(found.map((each) => [`${each.column} ${each.code}`, each])).values()];
}

/** What planning stands on, for any type. */
export type PlanContext = {
	readonly register: Register;
	readonly decisions: Decisions;
	/** The identifier that a new record of this name would like. */
	readonly wantedId: (name: string) => string;
	/** The reading of a name as the record keeps it. */
	readonly pinyin: (name: string) => string;
};
