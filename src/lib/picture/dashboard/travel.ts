import type { Day } from '#domain/day.ts';
import { EVENT_KINDS } from '#domain/event.ts';
import type { Bilingual, Locale } from '#domain/locale.ts';
import { MEMBER_KINDS } from '#domain/member.ts';
import { parsePartialDay, UNKNOWN_DAY, writePartialDay } from '#domain/partial-day.ts';
import type { Adcode } from '#domain/place.ts';
import { PROJECT_CATEGORIES, PROJECT_STATUSES } from '#domain/project.ts';
import { stopFrom } from '#domain/stops.ts';
import type { BatchFacts, DashboardFacts, GroupFacts, LinkFacts, ProjectCell } from './facts.ts';

/** Numbers for a row: where its values stand in the lists they are taken from; -1 is null. */
type Row = readonly number[];

/** The facts of a dashboard as they travel in a page: counts as rows of numbers, and of each record what is shown of it. */
export type PackedFacts = Omit<DashboardFacts, 'batches' | 'projects' | 'links' | 'groups' | 'events'> & {
	readonly cities: readonly Adcode[];
	readonly groups: readonly (Pick<GroupFacts, 'id' | 'name'> & { readonly areas: Row })[];
	/** Identifier, kind, city, title, venue, and the date as `writePartialDay` writes it. */
	readonly events: readonly (readonly [id: string, kind: number, city: number, title: Bilingual, venue: Bilingual | null, held: string])[];
	/** Cells: stop, city, kind, members, one after the other. */
	readonly batches: readonly (Pick<BatchFacts, 'event'> & { readonly cells: Row })[];
	/** Stop of the beginning, status, category, projects, then the cities. */
	readonly projects: readonly Row[];
	/** Stop of the beginning, category, then the cities. */
	readonly links: readonly (readonly [id: string, ...row: number[]])[];
};

/**
 * Packs facts for a page in one language; the texts in the other stay behind. Districts stand among the cities. A day becomes the first stop not before
 * it, so that every count at a stop is exact.
 */
export function packFacts({ batches, projects, links, events, groups, unplaced, ...rest }: DashboardFacts, locale: Locale): PackedFacts {
	const own = (text: Bilingual): Bilingual => (locale === 'zh-CN' ? { zh: text.zh, en: null } : text.en === null ? text : { zh: '', en: text.en });
	const owned = (text: Bilingual | null): Bilingual | null => text && own(text);
	const { stops } = rest;
	const cities: Adcode[] = [];
	const place = (code: Adcode | null): number => {
		if (code === null) return -1;
		const index = cities.indexOf(code);
		return index === -1 ? cities.push(code) - 1 : index;
	};
	const stop = (day: Day | null): number => (day === null ? -1 : stopFrom(stops, day));
	const past = ({ since }: { since: Day | null }): boolean => since === null || stopFrom(stops, since) !== -1;
	return {
		...rest,
		reported: rest.reported.map((total) => ({ ...total, source: total.source && { ...total.source, publisher: own(total.source.publisher) } })),
		groups: groups.map(({ id, name, areas }) => ({ id, name: own(name), areas: areas.map(place) })),
		events: events.map(({ id, kind, city, title, venue, held }) => [id, EVENT_KINDS.indexOf(kind), place(city), own(title), owned(venue), writePartialDay(held)]),
		unplaced: unplaced.map((item) => ({ ...item, member: { ...item.member, name: own(item.member.name) } })),
		batches: batches.map(({ event, cells }) => ({
			event: { ...event, title: own(event.title), short: owned(event.short) },
			cells: cells.filter(({ on }) => stop(on) !== -1).flatMap(({ on, city, kind, members }) => [stop(on), place(city), MEMBER_KINDS.indexOf(kind), members])
		})),
		projects: projects
			.filter(past)
			.map((cell) => [
				stop(cell.since),
				cell.status === null ? -1 : PROJECT_STATUSES.indexOf(cell.status),
				PROJECT_CATEGORIES.indexOf(cell.category),
				cell.projects,
				...cell.cities.map(place)
			]),
		links: links.filter(past).map(({ id, since, category, cities: reached }) => [id, stop(since), PROJECT_CATEGORIES.indexOf(category), ...reached.map(place)]),
		cities
	};
}

/** The facts of packed ones, with the same answers at every stop. */
export function unpackFacts({ batches, projects, links, cities, groups, events, ...rest }: PackedFacts): DashboardFacts {
	const { stops } = rest;
	const day = (index: number): Day | null => (index === -1 ? null : (stops[index] ?? null));
	const places = (row: Row): Adcode[] => row.flatMap((index) => cities[index] ?? []);
	return {
		...rest,
		groups: groups.map(({ id, name, areas }) => ({ id, name, areas: places(areas) })),
		events: events.map(([id, kind, city, title, venue, held]) => ({
			id,
			kind: EVENT_KINDS[kind] ?? 'meeting',
			city: cities[city] ?? null,
			title,
			venue,
			held: parsePartialDay(held) ?? UNKNOWN_DAY
		})),
		batches: batches.map(({ event, cells }) => ({
			event,
			cells: quadruples(cells).map(([on, city, kind, members]) => ({ on: stops[on] as Day, city: cities[city] ?? null, kind: MEMBER_KINDS[kind] ?? 'other', members }))
		})),
		projects: projects.map(
			([since = -1, status = -1, category = -1, count = 0, ...row]): ProjectCell => ({
				since: day(since),
				status: PROJECT_STATUSES[status] ?? null,
				category: PROJECT_CATEGORIES[category] ?? 'other',
				cities: places(row),
				projects: count
			})
		),
		links: links.map(([id, since = -1, category = -1, ...row]): LinkFacts => ({ id, since: day(since), category: PROJECT_CATEGORIES[category] ?? 'other', cities: places(row) }))
	};
}

function quadruples(row: Row): [number, number, number, number][] {
	return Array.from({ length: row.length / 4 }, (_, i) => row.slice(i * 4, i * 4 + 4) as [number, number, number, number]);
}
