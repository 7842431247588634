import { json } from '@sveltejs/kit';
import { packFacts } from '#lib/picture/dashboard/travel.ts';
import { dashboardFacts } from '#lib/server/dashboard.ts';
import { readingOf } from '#lib/server/reading.ts';
import type { RequestHandler } from './$types';

/** What the dashboard's script is made of, of a record too large for it to ride in the page. */
export const GET: RequestHandler = async (event) => {
	const reading = readingOf(event);
	return json(packFacts(await dashboardFacts(reading), reading.locale));
};
