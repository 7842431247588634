import { membersAt } from '#domain/cube.ts';
import { city } from '#geo/regions/city.ts';
import { figureText, FIGURES } from '#lib/i18n/figure.ts';
import { formatDay } from '#lib/i18n/date.ts';
import { openDataText } from '#lib/i18n/open-data.ts';
import { REPORTED_METRICS } from '#domain/reported-total.ts';
import { citiesIn, isWhole } from '#lib/picture/dashboard/filter.ts';
import { reportedTotals } from '../reported.ts';
import { provinceColumns, areaNames } from './area-columns.ts';
import { membersTable, projectsTable } from './record-rows.ts';
import { totalColumns } from './record-columns.ts';
import { bilingualColumns, tableOf, type Column } from './table.ts';
import { dashboardSaid } from './view-dashboard.ts';
import type { TableSource, ViewExport } from './view.ts';
import type { Asked } from './words.ts';

type Area = { readonly code: string; readonly members: number };
const coveredColumns: readonly Column<Area>[] = [
	{ code: 'code', value: ({ code }) => code },
	...bilingualColumns<Area>('name_zh', 'name_en', ({ code }) => areaNames(code)),
	{ code: 'level', value: ({ code }) => (city(code) ? 'city' : 'district') },
	{ code: 'members', value: ({ members }) => members },
	{ code: 'covered', value: ({ members }) => members > 0, said: ({ members }, locale) => openDataText[locale].yesNo[members > 0 ? 'yes' : 'no'] }
];

/** What stands behind a figure as it leaves the site: all records counted; null where there is no such figure. */
export async function figureExport(asked: Asked, id: string): Promise<ViewExport | null> {
	const figure = FIGURES.find((known) => known === id);
	if (!figure) return null;
	const { reading } = asked;
	const { view, locale, at } = reading;
	const { now, cube, figures } = await dashboardSaid(reading);
	const { places } = now.scope;
	const t = openDataText[locale];
	const table = (): TableSource => {
		switch (figure) {
			case 'members':
			case 'unplaced': {
				const within = places === null ? {} : places.length === 0 ? { cities: [] } : { areas: places };
				return membersTable(reading, { kind: view.kind, ...within, ...(figure === 'unplaced' && { placed: false }) });
			}
			case 'projects': {
				const cities = citiesIn(now.scope).filter((code) => isWhole(now.scope, code));
				return projectsTable(reading, { category: view.category, status: view.status, ...(places !== null && { cities }) });
			}
			case 'cities': {
				const { covered, white } = now.headline.cities;
				const rows = [...covered, ...white].map((code) => ({ code, members: membersAt(cube, at, { places: [code], kind: view.kind ?? undefined }) }));
				return { name: 'cities', make: (wording) => tableOf('cities', t.tables.cities, coveredColumns, rows, wording) };
			}
			case 'provinces':
				return { name: 'provinces', make: (wording) => tableOf('provinces', t.tables.provinces, provinceColumns, now.provinces, wording) };
			case 'reported':
				return {
					name: 'reported',
					make: async (wording) => {
						const totals = (await Promise.all(REPORTED_METRICS.map((metric) => reportedTotals(reading, metric)))).flat();
						return tableOf('reported', t.tables.reported, totalColumns, totals.map(({ total }) => total), wording);
					}
				};
		}
	};
	const { title, definition } = figureText[locale].definitions[figure];
	const place = `/figures/${figure}`;
	return {
		file: `figures-${figure}`,
		path: place,
		title,
		sentence: `${t.recordSentence(formatDay(at, locale), title)} ${definition}`,
		figures: figures.filter(({ href }) => href === place),
		tables: [table()],
		drawing: null,
		features: null
	};
}

