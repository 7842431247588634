import { packCube } from '#domain/packed-cube.ts';
import type { DashboardFacts } from '#lib/picture/dashboard/facts.ts';
import { packFacts } from '#lib/picture/dashboard/travel.ts';
import { growthDrawing } from '#lib/server/dashboard-drawing.ts';
import { dashboardFacts, outlined } from '#lib/server/dashboard.ts';
import { part } from '#lib/server/part.ts';
import { readingOf } from '#lib/server/reading.ts';
import { manyMovements } from './cases.ts';
import type { PageServerLoad } from './$types';

const USUAL = 100_000;
const MOST = 1_000_000;

/** The dashboard with as many made-up members as `?members=` asks for. */
export const load: PageServerLoad = async (event) => {
	const reading = readingOf(event);
	const members = Math.min(MOST, Number(event.url.searchParams.get('members')) || USUAL);
	const own = await dashboardFacts(reading);
	const facts: DashboardFacts = { ...own, members: packCube(manyMovements(members, own.stops), own.stops) };
	return {
		members,
		facts: packFacts(facts, reading.locale),
		outlines: outlined(reading, facts),
		drawing: await part('growth', () => growthDrawing(reading, facts))
	};
};
