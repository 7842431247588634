import { changedFields, mergeRecords, type Properties } from './merge.ts';

/** A record at some moment, and whether it was retired then. */
export type State<R> = { readonly record: R; readonly retired: boolean };

/** Why a change cannot be taken back as it is: what it wrote was changed since, or the record was retired. */
export const OBSTACLES = ['changed_since', 'retired_since'] as const;
export type ObstacleKind = (typeof OBSTACLES)[number];

/** What is to be done to take a change back, in this order; or what stands in the way, and in which fields. */
export type Undo<R> =
	| { readonly restore: boolean; readonly write: R | null; readonly retire: boolean }
	| { readonly obstacle: ObstacleKind; readonly fields: readonly string[] };

/**
 * How to take back what changed a record from `before` (null: it did not exist) to `after`, now that it stands as `current`.
 * Later changes of other fields stay. What was made is retired, since nothing is ever deleted. Where nothing is left to
 * take back, nothing is to be done.
 */
export function undoOf<R extends Properties>(before: State<R> | null, after: State<R>, current: State<R>, fields: readonly string[]): Undo<R> {
	if (before === null) {
		if (current.retired) return { restore: false, write: null, retire: false };
		const changed = changedFields(after.record, current.record, fields);
		return changed.length > 0 ? { obstacle: 'changed_since', fields: changed } : { restore: false, write: null, retire: true };
	}
	const { merged, mine, conflicts } = mergeRecords(after.record, current.record, before.record, fields);
	if (conflicts.length > 0) return { obstacle: 'changed_since', fields: conflicts };
	const writes = mine.length > 0 || changedFields(merged, current.record, fields).length > 0;
	const turns = before.retired !== after.retired && current.retired === after.retired;
	const retired = turns ? before.retired : current.retired;
	if (writes && current.retired && retired) return { obstacle: 'retired_since', fields: changedFields(before.record, after.record, fields) };
	return { restore: turns && current.retired, write: writes ? merged : null, retire: turns && !current.retired };
}
