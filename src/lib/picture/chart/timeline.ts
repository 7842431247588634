import { addDays, addMonths, dayNumber, earlier, later, type Day } from '#domain/day.ts';
import { earliest, type PartialDay } from '#domain/partial-day.ts';
import type { ProjectStatus } from '#domain/project.ts';
import { dayTicks } from './plot.ts';

/** What a timeline needs to know of a project. */
export type TimelineProject = {
	readonly id: string;
	readonly title: string;
	/** The language of the title where it differs from the page's, for the `lang` attribute; null: the page's. */
	readonly lang: string | null;
	readonly href: string;
	readonly status: ProjectStatus | null;
	readonly since: PartialDay;
	readonly ended: PartialDay | null;
};

/** A stretch of a bar in shares (0–1) of the track. What is not sure is hatched: it was so on some day of the stretch. */
export type Stretch = { readonly from: number; readonly to: number; readonly sure: boolean };

/** A bar: its stretches from left to right; `open` says on which sides it goes on beyond what is known. */
export type Bar = { readonly stretches: readonly Stretch[]; readonly openLeft: boolean; readonly openRight: boolean };

export type TimelineRow = { readonly project: TimelineProject; readonly bar: Bar };

export type Timeline = {
	readonly rows: readonly TimelineRow[];
	/** Projects beyond the rows drawn. */
	readonly more: number;
	/** Turns of years or months, by their share of the track. */
	readonly ticks: readonly { readonly share: number; readonly text: string }[];
};

/** The width of a track for which ticks are chosen, in pixels: a narrow phone's. */
const TRACK = 300;

/** Statuses that say it is over, even where nobody says since when. */
const OVER: readonly (ProjectStatus | null)[] = ['completed', 'ended'];

/**
 * Projects as bars between the first day any of them can have begun and `at`, earliest first, those without any date
 * last; at most `most` rows. A start or end known to the month or year is a stretch that is not sure; one known only as
 * "not after" leaves the bar open; a project of which no date is known is unsure all along.
 */
export function timelineOf(projects: readonly TimelineProject[], at: Day, most = 12): Timeline {
	const sorted = projects.toSorted((a, b) => compare(a.since.on ?? '9999-12-31', b.since.on ?? '9999-12-31') || compare(a.id, b.id));
	const shown = sorted.slice(0, most);
	const firsts = shown.flatMap(firstDrawn);
	const from = dayNumber([...firsts, addMonths(at, -12)].reduce(earlier)) - 15;
	// A month that is not over yet counts from its last day.
	const to = dayNumber([at, ...shown.flatMap(({ since }) => since.on ?? [])].reduce(later)) + 1;
	const share = (day: Day) => Math.min(1, Math.max(0, (dayNumber(day) - from) / (to - from)));
	return {
		rows: shown.map((project) => ({ project, bar: barOf(project, at, share) })),
		more: sorted.length - shown.length,
		ticks: dayTicks(from, to, TRACK).map(({ at, text }) => ({ share: (at - from) / (to - from), text }))
	};
}

/** The day from which a project's bar needs room; a start known only as "not after" gets half a year to run out in. */
function firstDrawn({ since, ended }: TimelineProject): Day[] {
	const first = earliest(since);
	if (first !== null) return [first];
	const bound = since.on ?? ended?.on;
	return bound === null || bound === undefined ? [] : [addMonths(bound, -6)];
}

function barOf({ since, ended, status }: TimelineProject, at: Day, share: (day: Day) => number): Bar {
	const first = earliest(since);
	const start = since.on === null ? 0 : share(since.on);
	const past = ended !== null && ended.on !== null && ended.on <= at ? { ...ended, on: ended.on } : null;
	const lost = past === null && OVER.includes(status) && (ended === null || ended.on === null);
	const stop = past ? Math.max(start, share(addDays(past.on, 1))) : 1;
	const sureUntil = since.on === null || lost ? start : past ? Math.max(start, sureShare(past, share)) : stop;
	const stretches: Stretch[] = [
		{ from: first === null ? 0 : share(first), to: start, sure: false },
		{ from: start, to: sureUntil, sure: true },
		{ from: sureUntil, to: stop, sure: false }
	];
	return { stretches: merged(stretches.filter(({ from, to }) => to > from)), openLeft: first === null, openRight: past === null && !lost };
}

/** Neighbours that are equally sure as one. */
function merged(stretches: readonly Stretch[]): Stretch[] {
	return stretches.reduce<Stretch[]>((list, next) => {
		const last = list.at(-1);
		return last?.sure === next.sure ? [...list.slice(0, -1), { ...last, to: next.to }] : [...list, next];
	}, []);
}

/** Until when it had surely not ended. An end known only as "not after" may have come as early as the start. */
function sureShare(ended: PartialDay, share: (day: Day) => number): number {
	const first = earliest(ended);
	if (first === null) return 0;
	return share(ended.precision === 'day' ? addDays(first, 1) : first);
}

function compare(a: string, b: string): number {
	return a < b ? -1 : a > b ? 1 : 0;
}
