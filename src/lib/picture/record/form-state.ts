import type { Likeness } from '#domain/alike.ts';
import type { Typed } from '#domain/form-input.ts';
import type { RecordType } from '#domain/record.ts';

/** What is wrong with an input, by a code, with what may have been meant. */
export type FormIssue = { readonly field: string; readonly input: string; readonly code: string; readonly limit?: number; readonly candidates?: readonly string[] };

/** A record that may be the one on the form. */
export type AlikeItem = { readonly type: RecordType; readonly id: string; readonly name: string; readonly retired: boolean; readonly likeness: Likeness };

/** Where a point lies that does not lie where the record says; null in none of our districts. `key` is what is confirmed. */
export type Elsewhere = { readonly key: string; readonly place: string | null };

/** One field that two people changed, or one of them, in words, and whose value the form has. */
export type ConflictRow = {
	readonly field: string;
	readonly label: string;
	readonly base: string;
	readonly theirs: string;
	readonly mine: string;
	readonly result: 'theirs' | 'mine' | 'both' | 'ask';
};

/** Somebody else saved in between: who, when, why, and every field in which the versions differ. */
export type ConflictState = { readonly version: number; readonly base: number; readonly by: string; readonly at: string; readonly reason: string; readonly rows: readonly ConflictRow[] };

/** A form as it stands: what is typed in, of which version (null: a new record), and everything to be said about it. */
export type FormState = {
	readonly typed: Typed;
	readonly version: number | null;
	readonly reason: string;
	readonly issues: readonly FormIssue[];
	readonly alike: readonly AlikeItem[];
	readonly elsewhere: Elsewhere | null;
	readonly conflict: ConflictState | null;
	/** Which version the person keeps in the fields that both changed. */
	readonly taken: Readonly<Record<string, string>>;
};

/** A district to choose: its code, its name, and the city it belongs to. */
export type DistrictChoice = { readonly code: string; readonly name: string; readonly city: string };
