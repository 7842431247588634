import { listEvents } from '#db/queries/event.ts';
import { listPartners } from '#db/queries/partner.ts';
import { projectCounts } from '#db/queries/project-count.ts';
import { listSources } from '#db/queries/source.ts';
import { kindsAt } from '#domain/cube.ts';
import { publicEvent, publicPartner, publicSource } from '#domain/public.ts';
import { database } from './atlas.ts';
import { cityCube } from './cube.ts';
import { memberItems, ROWS } from './member-list.ts';
import { projectPage } from './project-list.ts';
import type { Reading } from './reading.ts';

/** The list of members: searched, by kind, a page at a time. Those that have left are found by search only. */
export async function memberList(reading: Reading) {
	const { view, at } = reading;
	return {
		list: await memberItems(reading, { q: view.q, kind: view.kind, active: view.q === '' ? true : undefined }),
		kinds: kindsAt(await cityCube(reading), at)
	};
}

/** The list of projects: searched, by category and status, a page at a time. */
export async function projectList(reading: Reading) {
	const { view, at, known } = reading;
	return {
		list: await projectPage(reading, { q: view.q, category: view.category, status: view.status }),
		counts: await projectCounts(database(), { at, known })
	};
}

/** The list of events, the newest first. */
export async function eventList({ view, at, known }: Reading) {
	const page = await listEvents(database(), { at, known, q: view.q, after: view.after, limit: ROWS });
	return { list: { ...page, items: page.items.map(publicEvent) } };
}

/** The list of outside partners. */
export async function partnerList({ view, known }: Reading) {
	const page = await listPartners(database(), { known, q: view.q, after: view.after, limit: ROWS });
	return { list: { ...page, items: page.items.map(publicPartner) } };
}

/** All sources, the newest first. */
export async function sourceList({ known }: Reading) {
	return { sources: (await listSources(database(), { known })).map(publicSource) };
}
