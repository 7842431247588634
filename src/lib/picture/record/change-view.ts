import type { RecordType, Revision } from '#domain/record.ts';

/** One change in words: what happened to which record, when, by whom, why, and which fields it changed. */
export type ChangeView = {
	readonly id: number;
	readonly type: RecordType;
	readonly recordId: string;
	readonly name: string;
	readonly path: string;
	readonly version: number;
	readonly change: Revision['change'];
	readonly at: string;
	readonly by: string;
	readonly reason: string;
	readonly batchId: string | null;
	readonly differences: readonly { readonly field: string; readonly label: string; readonly before: string; readonly after: string }[];
};

/** A record that stands in the way of an undo, in words. */
export type ObstacleView = {
	readonly kind: 'changed_since' | 'retired_since' | 'in_use' | 'overlaps' | 'invalid';
	readonly type: RecordType;
	readonly name: string;
	readonly path: string;
	readonly fields: string;
	readonly other: string;
};
