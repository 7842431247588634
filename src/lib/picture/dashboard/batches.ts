import type { Day } from '#domain/day.ts';
import type { View } from '#domain/view.ts';
import type { BatchCell, BatchFacts } from './facts.ts';
import { isWhole, type Scope } from './filter.ts';

/** A batch as far as it had joined by a day. */
export type Batch = { readonly event: BatchFacts['event']; readonly on: Day; readonly members: number; readonly cities: number };

/** The batches of which somebody had joined by a day, within a scope and of a kind, in the order of the facts. */
export function batchesAt(batches: readonly BatchFacts[], at: Day, scope: Scope, kind: View['kind']): Batch[] {
	return batches.flatMap(({ event, cells }) => {
		const joined = cells.filter((cell) => cell.on <= at && isMeant(cell, scope, kind));
		const last = joined.at(-1);
		if (!last) return [];
		return [{ event, on: last.on, members: joined.reduce((sum, { members }) => sum + members, 0), cities: new Set(joined.flatMap(({ city }) => city ?? [])).size }];
	});
}

/** Does a cell of a batch belong to a scope and a kind? */
export function isMeant({ city, kind: of }: BatchCell, scope: Scope, kind: View['kind']): boolean {
	return (kind === null || of === kind) && (scope.places === null || (city !== null && isWhole(scope, city)));
}
