import { kindsAt, type Cube } from '#domain/cube.ts';
import type { Locale } from '#domain/locale.ts';
import { parseClassChoice } from '#domain/metric.ts';
import type { Adcode } from '#domain/place.ts';
import type { View } from '#domain/view.ts';
import { cities } from '#geo/regions/city.ts';
import type { Region } from '#geo/regions/region.ts';
import { linkTo } from '#lib/i18n/address.ts';
import { filterText } from '#lib/i18n/filter.ts';
import { metricText } from '#lib/i18n/metric.ts';
import { formatNumber } from '#lib/i18n/number.ts';
import { overviewText } from '#lib/i18n/overview.ts';
import { classify, stepOf, type Classes } from '../map/classes.ts';
import { fullName, memberAreas, namedArea } from '../map/member-areas.ts';
import { metricNumber } from '../map/metric-number.ts';
import type { Scene, SceneArea, SceneLink, SceneOutline } from '../map/scene.ts';
import type { Dashboard } from './dashboard.ts';
import { placesOf } from './filter.ts';
import { metricValue, metricWords, SCALES } from './metric.ts';

export type DashboardSceneInput = {
	readonly now: Dashboard;
	/** The members of its scope alone. */
	readonly cube: Cube;
	readonly locale: Locale;
	readonly view: View;
	readonly links: readonly SceneLink[];
	readonly outlines: readonly SceneOutline[];
	/** The view in one sentence; left out: it is said elsewhere. */
	readonly description?: string;
};

/** The map of a dashboard: the metric of its view by city, within its scope; cities outside are muted and say so. */
export function dashboardScene(input: DashboardSceneInput): { scene: Scene; classes: Classes } {
	const { now, locale, view, links, outlines, description } = input;
	const { areas, classes } = view.metric === 'members' ? byMembers(input) : byMetric(input);
	const shown = areas.map((area) => (area.muted ? outside(area, input) : area));
	const all = formatNumber(now.rows.length, locale);
	const caption =
		view.metric === 'members'
			? overviewText[locale].mapCaption(all, formatNumber(now.rows.filter(({ members }) => members > 0).length, locale))
			: overviewText[locale].metricCaption(metricText[locale].metrics[view.metric].name, all);
	return { scene: { areas: shown, outlines, links, dots: [], caption, ...(description !== undefined && { description }) }, classes };
}

type Shaded = { readonly areas: SceneArea[]; readonly classes: Classes };

function byMembers({ now, cube, locale, view }: DashboardSceneInput): Shaded {
	return memberAreas({
		...common(now, locale, view),
		choice: choiceOf(view),
		kindsOf: (code) => kindsAt(cube, now.at, { places: placesOf(now.scope, code), kind: view.kind ?? undefined })
	});
}

function byMetric({ now, locale, view }: DashboardSceneInput): Shaded {
	const { metric } = view;
	const shared = common(now, locale, view);
	const values = new Map(now.rows.map((row) => [row.code, metricValue(metric, row, now.at)]));
	const numbers = [...values.values()].filter((value) => value !== 'none');
	const classes = classify(numbers, choiceOf(view), SCALES[metric]);
	const areas = cities.map((region): SceneArea => {
		const found = values.get(region.adcode);
		const value = found === undefined ? 'none' : found;
		const number = typeof value === 'number' ? value : null;
		const said = metricWords(metric, value, locale);
		return {
			...namedArea(region, shared),
			value: value === 'none' ? 0 : value,
			step: value === 'none' ? 0 : stepOf(classes, value),
			title: titled(region, said, locale),
			kinds: [],
			figure: number === null ? null : metricNumber(metric, number, locale),
			said
		};
	});
	return { areas, classes };
}

function common(now: Dashboard, locale: Locale, view: View) {
	const inScope = new Set(now.rows.map(({ code }) => code));
	return {
		regions: cities,
		hrefOf: (code: Adcode) => linkTo(`/cities/${code}`, locale, view),
		locale,
		...(now.scope.places !== null && { muted: (code: Adcode) => !inScope.has(code) })
	};
}

function choiceOf({ classes }: View) {
	return classes === null ? null : parseClassChoice(classes);
}

function titled(region: Region, said: string, locale: Locale): string {
	return `${fullName(region, locale)}${locale === 'en' ? ': ' : '：'}${said}`;
}

function outside(area: SceneArea, { locale }: DashboardSceneInput): SceneArea {
	const region = cities.find(({ adcode }) => adcode === area.code);
	const name = region ? fullName(region, locale) : area.name;
	return { ...area, value: 0, kinds: [], figure: null, said: filterText[locale].outsideShort, title: filterText[locale].outside(name) };
}
