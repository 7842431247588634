import { kindsAt } from '#domain/cube.ts';
import { regionPicture } from '#geo/regions/region-picture.ts';
import { formatNumber } from '#lib/i18n/number.ts';
import { openDataText } from '#lib/i18n/open-data.ts';
import { overviewText } from '#lib/i18n/overview.ts';
import { plainText } from '#lib/i18n/sentence.ts';
import { dashboardScene } from '#lib/picture/dashboard/dashboard-scene.ts';
import { dashboardAt, ready } from '#lib/picture/dashboard/dashboard.ts';
import { overviewFigures } from '#lib/picture/dashboard/figures.ts';
import { cubeOf, placesOf } from '#lib/picture/dashboard/filter.ts';
import { pairLinks, strongest } from '#lib/picture/dashboard/links.ts';
import { dashboardSentence } from '#lib/picture/dashboard/sentence.ts';
import { mapLegend } from '#lib/picture/still/legend.ts';
import { mapBody, still } from '#lib/picture/still/sheet.ts';
import { dashboardFacts, outlined } from '../dashboard.ts';
import type { Reading } from '../reading.ts';
import { categoryColumns, cityColumns, groupCoverageColumns, kindColumns, provinceColumns, type CityMembers } from './area-columns.ts';
import { areaFeatures } from './features.ts';
import { areaProperties } from './properties.ts';
import { eventsTable } from './record-rows.ts';
import { tableOf } from './table.ts';
import type { ViewExport } from './view.ts';
import { stillWords, type Asked } from './words.ts';

/** Everything the dashboard says under the filters of its view: the numbers, the sentence, the figures. */
export async function dashboardSaid(reading: Reading) {
	const { at, locale, view } = reading;
	const facts = await dashboardFacts(reading);
	const asked = ready(facts);
	const now = dashboardAt(asked, at, view);
	const cube = cubeOf(asked, now.scope);
	const foremost = now.scope.level === 'region' ? (now.groups[0] ?? null) : null;
	const rows = now.rows.map(
		({ code, projects, reached, newest }): CityMembers => ({
			code,
			kinds: kindsAt(cube, at, { places: placesOf(now.scope, code), kind: view.kind ?? undefined }),
			projects,
			reached,
			newest
		})
	);
	return {
		facts,
		now,
		cube,
		rows,
		sentence: dashboardSentence(now, view.metric, locale),
		figures: overviewFigures(now.headline, foremost, locale, view)
	};
}

/** The dashboard as it leaves the site. */
export async function dashboardExport(asked: Asked): Promise<ViewExport> {
	const { reading } = asked;
	const { locale, view } = reading;
	const said = await dashboardSaid(reading);
	const { now, facts, cube, rows } = said;
	const t = overviewText[locale];
	const { tables } = openDataText[locale];
	const sentence = plainText(said.sentence);
	const filtered = now.scope.places === null ? {} : { cities: now.rows.map(({ code }) => code) };
	return {
		file: 'dashboard',
		path: '/',
		title: t.title,
		sentence,
		figures: said.figures,
		tables: [
			{ name: 'cities', make: (wording) => tableOf('cities', tables.cities, cityColumns, rows, wording) },
			{ name: 'provinces', make: (wording) => tableOf('provinces', tables.provinces, provinceColumns, now.provinces, wording) },
			{ name: 'groups', make: (wording) => tableOf('groups', tables.groups, groupCoverageColumns, now.groups, wording) },
			{ name: 'kinds', make: (wording) => tableOf('kinds', tables.kinds, kindColumns, now.kinds, wording) },
			{ name: 'categories', make: (wording) => tableOf('categories', tables.categories, categoryColumns, now.categories, wording) },
			eventsTable(reading, filtered)
		],
		drawing: async (palette) => {
			const links = pairLinks(strongest(now.pairs), facts.seat, locale, view);
			const outlines = outlined(reading, facts).lines;
			const { scene, classes } = dashboardScene({ now, cube, locale, view, links, outlines, description: sentence });
			const some = t.linksLegendSome(formatNumber(links.length, locale), formatNumber(now.pairs.length, locale));
			const legend = mapLegend(
				{
					classes,
					metric: view.metric,
					unplaced: now.headline.unplaced,
					unknown: scene.areas.some(({ step, muted }) => step === null && !muted),
					kinds: view.metric === 'members' ? now.kinds.map(({ kind }) => kind) : [],
					arcs: links.length === 0 ? null : links.length === now.pairs.length ? t.linksLegend : some,
					outlines
				},
				locale
			);
			return still({ ...(await stillWords(asked, { path: '/', title: t.title, sentence }, palette)), description: scene.caption }, mapBody(regionPicture, scene, locale), legend);
		},
		features: () => areaFeatures(rows.map((row) => ({ ...areaProperties(row), projects: row.projects, reached: row.reached, newestJoin: row.newest })))
	};
}
