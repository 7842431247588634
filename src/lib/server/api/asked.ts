import { DEFAULT_VIEW } from '#domain/view.ts';
import { endOf } from '#domain/instant.ts';
import { Problem } from '#domain/problem.ts';
import { today } from '../atlas.ts';
import { regionGroups } from '../group-coverage.ts';
import type { Reading } from '../reading.ts';
import { LIMITS, type Values } from './parameter.ts';

/** A question to the interface, its parameters read: how the record is read, and which page of a list. */
export type ApiAsked = { readonly values: Values; readonly reading: Reading; readonly start: { readonly limit: number; readonly after: string | null } };

/** The reading that the parameters ask for: the same as that of the page with the same query. */
export function askedBy(values: Values): ApiAsked {
	const now = today();
	const { at = null, known = null, kind = null, province = null, city = null, group = null, category = null, status = null, by = 'kind', q = '' } = values;
	return {
		values,
		reading: {
			locale: 'zh-CN',
			view: { ...DEFAULT_VIEW, at, known, kind, province, city, group, category, status, by, q: q.trim() },
			today: now,
			at: at !== null && at < now ? at : now,
			known: known !== null && known < now ? endOf(known) : null
		},
		start: { limit: values.limit ?? LIMITS.usual, after: values.after ?? null }
	};
}

/** Throws a `Problem` when a region group is asked for that the record does not have. */
export async function checkGroup({ values: { group }, reading }: ApiAsked): Promise<void> {
	if (group === undefined) return;
	const groups = await regionGroups(reading);
	if (!groups.some(({ id }) => id === group))
		throw new Problem('invalid_value', { detail: 'group is the identifier of no region group.', parameter: 'group', allowed: groups.map(({ id }) => id) });
}
