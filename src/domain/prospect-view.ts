import { MEMBER_KINDS, type MemberKind } from './member.ts';
import type { Adcode } from './place.ts';
import { STAGES, type Stage } from './prospect.ts';

/** What the table of prospects can be sorted by. `attention`: overdue first, then stalled, then by their next step. */
export const PROSPECT_SORTS = ['attention', 'name', 'stage', 'city', 'chance', 'since', 'next', 'expected'] as const;
export type ProspectSort = (typeof PROSPECT_SORTS)[number];

/** What calls for attention. */
export const ALERTS = ['overdue', 'stalled'] as const;
export type Alert = (typeof ALERTS)[number];

/** What the address of a page of prospects says. Null, empty or the first value: not said. */
export type ProspectView = {
	readonly q: string;
	/** `open`: every stage in which a prospect is being won. */
	readonly stage: Stage | 'open' | null;
	readonly city: Adcode | null;
	readonly kind: MemberKind | null;
	/** The identifier of a person, or `none`: who is looked after by nobody. */
	readonly owner: string | null;
	readonly only: Alert | null;
	readonly sort: ProspectSort;
	readonly down: boolean;
	/** From 1. */
	readonly page: number;
};

export const DEFAULT_PROSPECT_VIEW: ProspectView = {
	q: '',
	stage: null,
	city: null,
	kind: null,
	owner: null,
	only: null,
	sort: 'attention',
	down: false,
	page: 1
};

function oneOf<T extends string>(values: readonly T[], text: string | null): T | null {
	return values.find((value) => value === text) ?? null;
}

/** Reads a query string; a value that makes no sense is ignored. */
export function readProspectView(query: URLSearchParams): ProspectView {
	const page = query.get('page') ?? '';
	const place = query.get('city') ?? '';
	return {
		q: (query.get('q') ?? '').trim().slice(0, 100),
		stage: oneOf([...STAGES, 'open'] as const, query.get('stage')),
		city: /^\d{6}$/.test(place) ? place : null,
		kind: oneOf(MEMBER_KINDS, query.get('kind')),
		owner: query.get('owner')?.trim().slice(0, 100) || null,
		only: oneOf(ALERTS, query.get('only')),
		sort: oneOf(PROSPECT_SORTS, query.get('sort')) ?? 'attention',
		down: query.get('down') === '1',
		page: /^[1-9]\d{0,4}$/.test(page) ? Number(page) : 1
	};
}

/** The query string of a view, `?…` or empty; what is not said is left out, the order is fixed. `theme` goes along. */
export function writeProspectView(view: Partial<ProspectView>, theme: string | null = null): string {
	const query = new URLSearchParams();
	for (const key of Object.keys(DEFAULT_PROSPECT_VIEW) as (keyof ProspectView)[]) {
		const value = view[key];
		if (value === undefined || value === null || value === DEFAULT_PROSPECT_VIEW[key]) continue;
		query.set(key, value === true ? '1' : String(value));
	}
	if (theme !== null && theme !== 'auto') query.set('theme', theme);
	const text = query.toString();
	return text && `?${text}`;
}
