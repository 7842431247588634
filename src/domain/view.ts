import { isDay, type Day } from './day.ts';
import { MEMBER_KINDS, type MemberKind } from './member.ts';
import type { Adcode } from './place.ts';
import { PROJECT_CATEGORIES, PROJECT_STATUSES, type ProjectCategory, type ProjectStatus } from './project.ts';

export const THEMES = ['auto', 'light', 'dark'] as const;
export type Theme = (typeof THEMES)[number];

/** What the growth chart stacks. */
export const STACKS = ['kind', 'province'] as const;
export type Stack = (typeof STACKS)[number];

/** Everything about a page that its address says beside the path. Null or the first value: not said. */
export type View = {
	/** Valid time; null: today. */
	readonly at: Day | null;
	/** Record time, to the end of that day; null: now. */
	readonly known: Day | null;
	readonly theme: Theme;
	readonly kind: MemberKind | null;
	/** Filters by place; the narrowest that is set counts. Codes and identifiers are checked for their form only. */
	readonly province: Adcode | null;
	readonly group: string | null;
	readonly city: Adcode | null;
	readonly by: Stack;
	readonly category: ProjectCategory | null;
	/** `unknown` selects the projects whose status nobody reported. */
	readonly status: ProjectStatus | 'unknown' | null;
	/** Search text. */
	readonly q: string;
	/** Where the next page of a list begins; opaque. */
	readonly after: string | null;
};

export const DEFAULT_VIEW: View = {
	at: null,
	known: null,
	theme: 'auto',
	kind: null,
	province: null,
	group: null,
	city: null,
	by: 'kind',
	category: null,
	status: null,
	q: '',
	after: null
};

const STATUS_FILTERS = [...PROJECT_STATUSES, 'unknown'] as const;

function oneOf<T extends string>(values: readonly T[], text: string | null): T | null {
	return values.find((value) => value === text) ?? null;
}

function dayOrNull(text: string | null): Day | null {
	return text !== null && isDay(text) ? text : null;
}

function shaped(text: string | null, shape: RegExp): string | null {
	return text !== null && shape.test(text) ? text : null;
}

/** Reads a query string. A value that makes no sense is ignored: an address typed by hand still opens a page. */
export function readView(query: URLSearchParams): View {
	return {
		at: dayOrNull(query.get('at')),
		known: dayOrNull(query.get('known')),
		theme: oneOf(THEMES, query.get('theme')) ?? 'auto',
		kind: oneOf(MEMBER_KINDS, query.get('kind')),
		province: shaped(query.get('province'), /^\d{6}$/),
		group: shaped(query.get('group'), /^[a-z0-9][a-z0-9_-]{0,79}$/),
		city: shaped(query.get('city'), /^\d{6}$/),
		by: oneOf(STACKS, query.get('by')) ?? 'kind',
		category: oneOf(PROJECT_CATEGORIES, query.get('category')),
		status: oneOf(STATUS_FILTERS, query.get('status')),
		q: (query.get('q') ?? '').trim().slice(0, 100),
		after: query.get('after')?.slice(0, 200) || null
	};
}

/** The query string of a view, `?…` or empty; defaults are left out, the order is fixed. */
export function writeView(view: Partial<View>): string {
	const query = new URLSearchParams();
	for (const key of Object.keys(DEFAULT_VIEW) as (keyof View)[]) {
		const value = view[key];
		if (value !== undefined && value !== null && value !== DEFAULT_VIEW[key]) query.set(key, value);
	}
	const text = query.toString();
	return text && `?${text}`;
}

/** The part of a view that goes along from page to page: when, as known when, and the theme. */
export function carried({ at, known, theme }: View): Partial<View> {
	return { at, known, theme };
}
