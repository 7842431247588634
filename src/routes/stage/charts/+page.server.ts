import { drawGrowth } from '#lib/server/chart.ts';
import { growthCases, timelineCases } from './cases.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals }) => ({
	locale: locals.locale,
	timeline: timelineCases,
	growth: growthCases(locals.locale).map(({ name, input }) => ({ name, input, drawing: drawGrowth(input) }))
});
