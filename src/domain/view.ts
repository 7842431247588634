import { isDay, type Day } from './day.ts';
import { MEMBER_KINDS, type MemberKind } from './member.ts';
import { METRICS, parseClassChoice, writeClassChoice, type Metric } from './metric.ts';
import type { Adcode } from './place.ts';
import { PROJECT_CATEGORIES, PROJECT_STATUSES, type ProjectCategory, type ProjectStatus } from './project.ts';
import { joinedOf, writeJoined } from './what-if.ts';
import { SPACE_SETS, type SpaceSet } from './whitespace.ts';
import { parseWeights, readWeights, writeWeights } from './whitespace-weight.ts';

export const THEMES = ['auto', 'light', 'dark'] as const;
export type Theme = (typeof THEMES)[number];

/** What the growth chart stacks. */
export const STACKS = ['kind', 'province'] as const;
export type Stack = (typeof STACKS)[number];

/** Region groups drawn on a map at a time: more could not be told apart. */
export const MOST_OUTLINES = 4;

/** Everything about a page that its address says beside the path. Null or the first value: not said. */
export type View = {
	/** Valid time; null: today. */
	readonly at: Day | null;
	/** The earlier and the later of two days that are compared; null: not said. */
	readonly from: Day | null;
	readonly to: Day | null;
	/** Record time, to the end of that day; null: now. */
	readonly known: Day | null;
	readonly theme: Theme;
	readonly kind: MemberKind | null;
	/** Filters by place; what lies in all that are set counts. Codes and identifiers are checked for their form only. */
	readonly province: Adcode | null;
	readonly group: string | null;
	readonly city: Adcode | null;
	readonly by: Stack;
	/** What the map shades. */
	readonly metric: Metric;
	/** How its values become classes, as `parseClassChoice` reads it; null: as fits the metric. */
	readonly classes: string | null;
	/** Region groups outlined on the map and compared: identifiers with commas between, see `outlinesOf`; null: none. */
	readonly outlines: string | null;
	readonly category: ProjectCategory | null;
	/** `unknown` selects the projects whose status nobody reported. */
	readonly status: ProjectStatus | 'unknown' | null;
	/** Which white spaces are ranked. */
	readonly spaces: SpaceSet;
	/** Weights of their reasons, as `parseWeights` reads them; those left out are the saved ones. */
	readonly weights: string | null;
	/** Prospects supposed to have joined, as `joinedOf` reads them; null: none. */
	readonly joined: string | null;
	/** Search text. */
	readonly q: string;
	/** Where the next page of a list begins; opaque. */
	readonly after: string | null;
};

export const DEFAULT_VIEW: View = {
	at: null,
	from: null,
	to: null,
	known: null,
	theme: 'auto',
	kind: null,
	province: null,
	group: null,
	city: null,
	by: 'kind',
	metric: 'members',
	classes: null,
	outlines: null,
	category: null,
	status: null,
	spaces: 'all',
	weights: null,
	joined: null,
	q: '',
	after: null
};

const STATUS_FILTERS = [...PROJECT_STATUSES, 'unknown'] as const;

const GROUP = /^[a-z0-9][a-z0-9_-]{0,79}$/;

function oneOf<T extends string>(values: readonly T[], text: string | null): T | null {
	return values.find((value) => value === text) ?? null;
}

function dayOrNull(text: string | null): Day | null {
	return text !== null && isDay(text) ? text : null;
}

function shaped(text: string | null, shape: RegExp): string | null {
	return text !== null && shape.test(text) ? text : null;
}

function classesOrNull(text: string | null): string | null {
	const choice = text === null ? null : parseClassChoice(text);
	return choice && writeClassChoice(choice);
}

/** The weights of a query: all together, each of a form (`weight.zone=3`) going first. */
function weightsOrNull(query: URLSearchParams): string | null {
	const fields = [...query].flatMap(([name, text]) => (name.startsWith('weight.') ? [[name.slice('weight.'.length), text] as const] : []));
	return writeWeights({ ...parseWeights(query.get('weights') ?? ''), ...readWeights(fields) });
}

/** The outlined region groups of a view, in the order asked for. */
export function outlinesOf({ outlines }: Pick<View, 'outlines'>): string[] {
	return outlines === null ? [] : outlines.split(',');
}

/** Identifiers as `View.outlines` holds them: without repeats and what can be no identifier, the first four. */
export function writeOutlines(ids: readonly string[]): string | null {
	return [...new Set(ids)].filter((id) => GROUP.test(id)).slice(0, MOST_OUTLINES).join(',') || null;
}

/** Reads a query string. A value that makes no sense is ignored: an address typed by hand still opens a page. */
export function readView(query: URLSearchParams): View {
	return {
		at: dayOrNull(query.get('at')),
		from: dayOrNull(query.get('from')),
		to: dayOrNull(query.get('to')),
		known: dayOrNull(query.get('known')),
		theme: oneOf(THEMES, query.get('theme')) ?? 'auto',
		kind: oneOf(MEMBER_KINDS, query.get('kind')),
		province: shaped(query.get('province'), /^\d{6}$/),
		group: shaped(query.get('group'), GROUP),
		city: shaped(query.get('city'), /^\d{6}$/),
		by: oneOf(STACKS, query.get('by')) ?? 'kind',
		metric: oneOf(METRICS, query.get('metric')) ?? 'members',
		classes: classesOrNull(query.get('classes')),
		outlines: writeOutlines((query.get('outlines') ?? '').split(',')),
		category: oneOf(PROJECT_CATEGORIES, query.get('category')),
		status: oneOf(STATUS_FILTERS, query.get('status')),
		spaces: oneOf(SPACE_SETS, query.get('spaces')) ?? 'all',
		weights: weightsOrNull(query),
		joined: writeJoined(query.getAll('joined').flatMap(joinedOf)),
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
	// Commas and colons may stand in a query as they are, and lists read better so.
	const text = query.toString().replaceAll('%2C', ',').replaceAll('%3A', ':');
	return text && `?${text}`;
}

/** The part of a view that goes along from page to page: when, as known when, and the theme. */
export function carried({ at, known, theme }: View): Partial<View> {
	return { at, known, theme };
}
