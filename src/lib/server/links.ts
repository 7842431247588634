import { eventsById, listEvents } from '#db/queries/event.ts';
import { projectsById } from '#db/queries/project.ts';
import type { Bilingual } from '#domain/locale.ts';
import type { PartialDay } from '#domain/partial-day.ts';
import { publicEvent, publicProject } from '#domain/public.ts';
import { cities } from '#geo/regions/city.ts';
import { formatDay } from '#lib/i18n/date.ts';
import { linksText } from '#lib/i18n/links.ts';
import { formatNumber } from '#lib/i18n/number.ts';
import { pairsAt } from '#lib/picture/dashboard/links.ts';
import { matrixOf, relationLinks, relationsOf, shortName, type Relation, type Visit } from '#lib/picture/dashboard/relations.ts';
import { linkTo } from '#lib/i18n/address.ts';
import { memberAreas } from '#lib/picture/map/member-areas.ts';
import type { Scene } from '#lib/picture/map/scene.ts';
import { database } from './atlas.ts';
import { dashboardFacts } from './dashboard.ts';
import type { Reading } from './reading.ts';
import { remember } from './remember.ts';

/** Records named under each pair, and where one city is chosen. */
const FEW = 3;
const MANY = 200;
/** Visits asked for at a time. */
const PAGE = 500;

/** A record behind a link. */
export type LinkRecord = { readonly href: string; readonly name: Bilingual; readonly on: PartialDay };

/** Links between cities at the day of the reading, filtered by project category and by one city. */
export async function linksView(reading: Reading) {
	const { at, known, locale, view } = reading;
	const facts = await dashboardFacts(reading);
	const city = cities.some(({ adcode }) => adcode === view.city) ? view.city : null;
	const pairs = pairsAt(facts, at, { category: view.category, ...(city !== null && { of: city }) });
	// A category is one of projects: visits have none.
	const visits = view.category === null ? await visitsBy(reading) : [];
	const relations = relationsOf(pairs, visits, facts.seat).filter(({ from, to }) => city === null || from === city || to === city);
	const most = city === null ? FEW : MANY;
	const named = relations.map((relation) => ({ relation, records: recordIds(relation).slice(0, most) }));
	const records = new Map<string, LinkRecord>([
		...(await projectsById(database(), idsOf(named, 'project'), { known })).map(publicProject).map(({ id, title, since }) => [`project ${id}`, { href: `/projects/${id}`, name: title, on: since }] as const),
		...(await eventsById(database(), idsOf(named, 'event'), { known })).map(publicEvent).map(({ id, title, held }) => [`event ${id}`, { href: `/events/${id}`, name: title, on: held }] as const)
	]);
	const matrix = matrixOf(relations);
	return {
		seat: facts.seat === null ? null : shortName(facts.seat, locale),
		sentence: sentenceOf(reading, relations, matrix.cities.length),
		relations: named.map(({ relation, records: listed }) => ({
			...relation,
			records: listed.flatMap(({ type, id }) => records.get(`${type} ${id}`) ?? []),
			more: recordIds(relation).length - listed.length
		})),
		matrix,
		scene: sceneOf(reading, relations, sentenceOf(reading, relations, matrix.cities.length)),
		groups: facts.groups.map(({ id, name }) => ({ id, name }))
	};
}

/** The visits held by the day of the reading, each with the city it went to. */
function visitsBy({ at, known }: Pick<Reading, 'at' | 'known'>): Promise<Visit[]> {
	return remember(`visits ${known} ${at}`, async () => {
		const visits: Visit[] = [];
		let after: string | null = null;
		do {
			const page: Awaited<ReturnType<typeof listEvents>> = await listEvents(database(), { at, known, kind: 'visit', after, limit: PAGE });
			visits.push(...page.items.flatMap(({ id, city }) => (city === null ? [] : [{ id, city }])));
			after = page.next;
		} while (after !== null);
		return visits;
	});
}

type RecordId = { readonly type: 'project' | 'event'; readonly id: string };

function recordIds({ projectIds, visitIds }: Relation): RecordId[] {
	return [...projectIds.map((id) => ({ type: 'project', id }) as const), ...visitIds.map((id) => ({ type: 'event', id }) as const)];
}

function idsOf(named: readonly { records: readonly RecordId[] }[], type: RecordId['type']): string[] {
	return [...new Set(named.flatMap(({ records }) => records.filter((record) => record.type === type).map(({ id }) => id)))];
}

function sentenceOf({ at, locale }: Reading, relations: readonly Relation[], linked: number): string {
	const t = linksText[locale];
	if (relations.length === 0) return t.none(formatDay(at, locale));
	const n = (value: number): string => formatNumber(value, locale);
	const distinct = (ids: (relation: Relation) => readonly string[]): string => n(new Set(relations.flatMap(ids)).size);
	return t.sentence(formatDay(at, locale), n(linked), n(relations.length), distinct(({ projectIds }) => projectIds), distinct(({ visitIds }) => visitIds));
}

/** The region with the links as arcs; cities without any are muted. */
function sceneOf({ locale, view }: Reading, relations: readonly Relation[], caption: string): Scene {
	const linked = new Map<string, number>();
	for (const { from, to } of relations) for (const code of [from, to]) linked.set(code, (linked.get(code) ?? 0) + 1);
	const { areas } = memberAreas({ regions: cities, kindsOf: () => [], hrefOf: (code) => linkTo(`/cities/${code}`, locale, view), locale, muted: (code) => !linked.has(code) });
	const t = linksText[locale];
	return {
		areas: areas.map((area) => {
			const n = linked.get(area.code) ?? 0;
			return { ...area, value: n, step: n > 0 ? (1 as const) : (0 as const), figure: n > 0 ? formatNumber(n, locale) : null, said: t.listHint(formatNumber(n, locale)), title: t.label(area.name, t.listHint(formatNumber(n, locale))) };
		}),
		outlines: [],
		links: relationLinks(relations, locale),
		dots: [],
		caption
	};
}
