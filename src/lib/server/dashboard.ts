import { batchCells } from '#db/queries/batch-cell.ts';
import { eventsById, listEvents } from '#db/queries/event.ts';
import { listMembers } from '#db/queries/member.ts';
import { projectCells, projectReach } from '#db/queries/project-count.ts';
import type { Day } from '#domain/day.ts';
import { inLocale } from '#domain/locale.ts';
import { provinceSpans } from '#domain/overview.ts';
import { packCube } from '#domain/packed-cube.ts';
import type { Adcode } from '#domain/place.ts';
import { publicEvent } from '#domain/public.ts';
import { stopsOf } from '#domain/stops.ts';
import { outlinesOf } from '#domain/view.ts';
import { city, cityCodes } from '#geo/regions/city.ts';
import { outline } from '#geo/regions/outline.ts';
import type { DashboardFacts, ReportedFacts } from '#lib/picture/dashboard/facts.ts';
import type { SceneOutline } from '#lib/picture/map/scene.ts';
import { database } from './atlas.ts';
import { cityCube, cityMovements, districtMovements } from './cube.ts';
import { organisation } from './frame.ts';
import { regionGroups } from './group-coverage.ts';
import { memberItem } from './member-list.ts';
import { placeName } from './place-name.ts';
import type { Reading } from './reading.ts';
import { remember } from './remember.ts';
import { reportedTotals } from './reported.ts';

/** Events and unplaced members that travel with a dashboard; the rest is a click away. */
const EVENTS = 60;
const UNPLACED = 60;

/** What a dashboard is made of at any day, as known; made once for each version of the data and day of the address. */
export function dashboardFacts(reading: Pick<Reading, 'today' | 'at' | 'known'>): Promise<DashboardFacts> {
	const { today, at, known } = reading;
	return remember(`dashboard ${known} ${today} ${at}`, () => factsOf(today, at, known));
}

async function factsOf(today: Day, at: Day, known: Reading['known']): Promise<DashboardFacts> {
	const db = database();
	const whole = { at: today, known };
	const cube = await cityCube(whole);
	const groups = await regionGroups(whole);
	const cells = await batchCells(db, whole);
	const events = (await eventsById(db, [...new Set(cells.map(({ eventId }) => eventId))], { known })).map(publicEvent);
	const stops = stopsOf(cube.days, [at, ...events.flatMap(({ held }) => held.on ?? [])], today);
	const named = new Set(groups.flatMap(({ areas }) => areas.filter((code) => !city(code))));
	return {
		today,
		stops,
		members: packCube(await cityMovements(whole), stops),
		districts: packCube((await districtMovements(whole)).filter(({ place }) => place !== null && named.has(place)), stops),
		batches: events
			.map(({ id, title, short, city: place, held }) => ({
				event: { id, title, short, city: place, held },
				cells: cells.filter(({ eventId }) => eventId === id).map(({ on, city: from, kind, members }) => ({ on, city: from, kind, members }))
			}))
			.sort((a, b) => ((a.cells.at(-1)?.on ?? '') < (b.cells.at(-1)?.on ?? '') ? -1 : 1)),
		reported: (await reportedTotals(whole, 'members')).map(
			({ total, sources: [source] }): ReportedFacts => ({
				on: total.on,
				qualifier: total.qualifier,
				value: total.value,
				source: source ? { publisher: source.publisher, published: source.published } : null
			})
		),
		groups: groups.map(({ id, name, short, areas }) => ({ id, name: short ?? name, areas })),
		projects: await projectCells(db, whole),
		links: await projectReach(db, { ...whole, seat: (await organisation())?.seatCity ?? null }),
		seat: (await organisation())?.seatCity ?? null,
		allProvinces: provinceSpans(cube, cityCodes),
		events: (await listEvents(db, { ...whole, limit: EVENTS })).items.map(publicEvent).map(({ id, kind, title, held, city: place, venue }) => ({ id, kind, title, held, city: place, venue })),
		unplaced: (await listMembers(db, { ...whole, placed: false, limit: UNPLACED })).items
			.map(memberItem)
			.map(({ member: { id, name, kind }, joined, left, roles }) => ({ member: { id, name, kind }, joined, left, roles }))
	};
}

/** The lines round the region groups that a view outlines, those that exist, in its order, and the names of their districts. */
export function outlined({ view, locale }: Pick<Reading, 'view' | 'locale'>, facts: DashboardFacts): { lines: SceneOutline[]; names: Record<Adcode, string> } {
	const groups = outlinesOf(view).flatMap((id) => facts.groups.find((known) => known.id === id) ?? []);
	const districts = new Set(groups.flatMap(({ areas }) => areas.filter((code) => !city(code))));
	return {
		lines: groups.map(({ id, name, areas }) => ({ id, name: inLocale(name, locale), d: outline(areas) })),
		names: Object.fromEntries([...districts].map((code) => [code, placeName(code, locale, 'short')]))
	};
}
