import { writeView } from '#domain/view.ts';
import { localePath } from '#lib/i18n/address.ts';
import { Parcel } from '#lib/picture/dashboard/parcel.ts';
import { packFacts } from '#lib/picture/dashboard/travel.ts';
import { growthDrawing } from '#lib/server/dashboard-drawing.ts';
import { dashboardFacts, outlined } from '#lib/server/dashboard.ts';
import { part } from '#lib/server/part.ts';
import { readingOf } from '#lib/server/reading.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const reading = readingOf(event);
	const facts = await dashboardFacts(reading);
	return {
		facts: new Parcel(packFacts(facts, reading.locale), localePath('/facts', reading.locale) + writeView({ at: reading.view.at, known: reading.view.known })),
		outlines: outlined(reading, facts),
		drawing: await part('growth', () => growthDrawing(reading, facts))
	};
};
