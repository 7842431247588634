import type { Instant } from '../instant.ts';
import type { Locale } from '../locale.ts';
import type { ImportType } from './column.ts';
import type { BlankMeans } from './draft.ts';
import type { Mapping, SheetForm } from './header.ts';
import type { Decisions } from './plan.ts';
import type { RowCounts } from './result.ts';
import type { RefusalCode } from './table.ts';

/**
 * Where an import stands. `reading`, `checking` and `committing` are at work; `columns` and `checked` wait for a person;
 * the others are ends, from `committed` on. After any end but `committed` the record is as it was before.
 */
export const JOB_STATES = ['reading', 'columns', 'checking', 'checked', 'committing', 'committed', 'refused', 'cancelled', 'interrupted'] as const;
export type JobState = (typeof JOB_STATES)[number];

/** The states in which a worker is at it. */
export const AT_WORK = ['reading', 'checking', 'committing'] as const satisfies readonly JobState[];

export function isAtWork(state: JobState): boolean {
	return (AT_WORK as readonly JobState[]).includes(state);
}

/** Why a commit did not happen though everything was in order when it was asked for. */
export const HINDRANCES = ['record_changed', 'write_refused', 'failed', 'memory'] as const;
export type Hindrance = (typeof HINDRANCES)[number];

/** What the person is told of a job beside its state; `detail` is what the words name. */
export type JobMessage = { readonly code: RefusalCode | Hindrance; readonly detail: string };

/** How the sheets of a file are read: for each its mapping, or null where it is left out. */
export type Layout = { readonly mappings: readonly (Mapping | null)[]; readonly blank: BlankMeans };

/** One import of one file. */
export type ImportJob = {
	readonly id: string;
	readonly type: ImportType;
	readonly fileName: string;
	readonly bytes: number;
	readonly createdAt: Instant;
	/** As in the history: `person:…`. */
	readonly actor: string;
	/** The language in which its answer is written. */
	readonly locale: Locale;
	readonly state: JobState;
	readonly message: JobMessage | null;
	readonly forms: readonly SheetForm[];
	readonly layout: Layout;
	readonly decisions: Decisions;
	readonly counts: RowCounts | null;
	/** What the plan would write, in short: two plans with the same digest write the same. */
	readonly digest: string | null;
	/** The mark of its changes in the history, once it is committed. */
	readonly batchId: string | null;
	readonly finishedAt: Instant | null;
	/** Is the file still kept, so that it can be checked again and given back? */
	readonly hasFile: boolean;
};

/** How far a worker is: rows of all rows, in one of the steps of its state. */
export type Progress = { readonly step: 'waiting' | 'reading' | 'comparing' | 'storing' | 'writing'; readonly done: number; readonly of: number };
