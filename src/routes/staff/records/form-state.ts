import type { Likeness } from '#domain/alike.ts';
import type { Typed } from '#domain/form-input.ts';
import type { RecordType } from '#domain/record.ts';

/** What is wrong with an input, by a code, with what may have been meant. */
export type FormIssue = { readonly field: string; readonly input: string; readonly code: string; readonly limit?: number; readonly candidates?: readonly string[] };

/** A record that may be the one on the form. */
export type AlikeItem = { readonly type: RecordType; readonly id: string; readonly name: string; readonly retired: boolean; readonly likeness: Likeness };

/** Where a point lies that does not lie where the record says; null in none of our districts. `key` is what is confirmed. */
export type Elsewhere = { readonly key: string; readonly place: string | null };

export type ConflictRow = {
	readonly field: string;
	readonly label: string;
	readonly base: string;
	readonly theirs: string;
	readonly mine: string;
	readonly result: 'theirs' | 'mine' | 'both' | 'ask';
};

export type ConflictState = { readonly version: number; readonly by: string; readonly at: string; readonly reason: string; readonly rows: readonly ConflictRow[] };

/** A form as the server hands it over. */
export type FormState = {
	readonly typed: Typed;
	readonly version: number | null;
	readonly reason: string;
	readonly issues: readonly FormIssue[];
	readonly alike: readonly AlikeItem[];
	readonly elsewhere: Elsewhere | null;
	readonly conflict: ConflictState | null;
	readonly taken: Readonly<Record<string, string>>;
};

export type DistrictChoice = { readonly code: string; readonly name: string; readonly city: string };

/** The identifier of an input's element. */
export function inputId(input: string): string {
	return `f-${input.replaceAll('.', '-')}`;
}
