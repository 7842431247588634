import { packFacts } from '#lib/picture/dashboard/travel.ts';
import { growthDrawing } from '#lib/server/dashboard-drawing.ts';
import { dashboardFacts, outlined } from '#lib/server/dashboard.ts';
import { part } from '#lib/server/part.ts';
import { readingOf } from '#lib/server/reading.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const reading = readingOf(event);
	const facts = await dashboardFacts(reading);
	return { facts: packFacts(facts, reading.locale), outlines: outlined(reading, facts), drawing: await part('growth', () => growthDrawing(reading, facts)) };
};
