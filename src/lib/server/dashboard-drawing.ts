import type { DashboardFacts } from '#lib/picture/dashboard/facts.ts';
import { ready } from '#lib/picture/dashboard/dashboard.ts';
import { scopeOf } from '#lib/picture/dashboard/filter.ts';
import { dashboardGrowth } from '#lib/picture/dashboard/growth.ts';
import { drawGrowth, type Drawing } from './chart.ts';
import type { Reading } from './reading.ts';
import { remember } from './remember.ts';

/** The growth chart of a dashboard as the server draws it; null where there is nothing to draw. */
export function growthDrawing({ locale, view, at, today, known }: Reading, facts: DashboardFacts): Promise<Drawing | null> {
	const { kind, province, city, group, by } = view;
	const key = `growth ${[known, today, at, locale, kind, province, city, group, by].join(' ')}`;
	return remember(key, async () => {
		const { places } = scopeOf(view, facts.groups);
		return drawGrowth(dashboardGrowth({ ...facts, cube: ready(facts).cube, at, locale, view, places }));
	});
}
