import type { DashboardFacts } from '#lib/picture/dashboard/facts.ts';
import { ready } from '#lib/picture/dashboard/dashboard.ts';
import { cubeOf, scopeOf } from '#lib/picture/dashboard/filter.ts';
import { dashboardGrowth } from '#lib/picture/dashboard/growth.ts';
import { drawGrowth, type Drawing } from './chart.ts';
import type { Reading } from './reading.ts';
import { remember } from './remember.ts';

/** The growth chart of a dashboard as the server draws it; null where there is nothing to draw. */
export function growthDrawing({ locale, view, at, today, known }: Reading, facts: DashboardFacts): Promise<Drawing | null> {
	const { kind, province, city, group, by } = view;
	const key = `growth ${[known, today, at, locale, kind, province, city, group, by].join(' ')}`;
	return remember(key, async () => {
		const scope = scopeOf(view, facts.groups);
		const drawing = drawGrowth(dashboardGrowth({ ...facts, cube: cubeOf(ready(facts), scope), at, locale, view, scope }));
		return drawing && { wide: singleQuoted(drawing.wide), narrow: singleQuoted(drawing.narrow) };
	});
}

/** The drawing travels twice, as markup and in the data of the page: with these quotes the two are alike and pack into one. */
function singleQuoted(svg: string): string {
	return svg.replace(/<[^>]+>/g, (tag) => (tag.includes("'") ? tag : tag.replaceAll('"', "'")));
}
