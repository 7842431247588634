import { membersAt, type Cube } from '#domain/cube.ts';
import type { Day } from '#domain/day.ts';
import type { Locale } from '#domain/locale.ts';
import type { Adcode } from '#domain/place.ts';
import { OPEN_STAGES, isOpen, type OpenStage } from '#domain/prospect.ts';
import type { ProspectRow } from '#domain/prospect-row.ts';
import { writeProspectView, type ProspectView } from '#domain/prospect-view.ts';
import { cities } from '#geo/regions/city.ts';
import { localePath } from '#lib/i18n/address.ts';
import { formatNumber } from '#lib/i18n/number.ts';
import { prospectText } from '#lib/i18n/prospect.ts';
import { classify, stepOf, type Classes } from '../map/classes.ts';
import { fullName, namedArea } from '../map/member-areas.ts';
import type { Scene, SceneArea } from '../map/scene.ts';

/** Prospects of a city that are being won, by stage; only stages in which there are any. */
export type CityProspects = {
	readonly city: Adcode;
	readonly members: number;
	readonly stages: readonly { readonly stage: OpenStage; readonly prospects: number }[];
	readonly prospects: number;
	/** How many of them join by their chances. */
	readonly expected: number;
};

export type ProspectSceneInput = {
	readonly rows: readonly ProspectRow[];
	readonly cube: Cube;
	readonly at: Day;
	readonly locale: Locale;
	/** Filters that go along into the addresses. */
	readonly view: ProspectView;
	readonly theme: string | null;
};

/** The cities in which prospects are being won, those with most first. */
export function cityProspects({ rows, cube, at }: Pick<ProspectSceneInput, 'rows' | 'cube' | 'at'>): CityProspects[] {
	const open = rows.filter(({ stage, city }) => isOpen(stage) && city !== null);
	const found = [...Map.groupBy(open, ({ city }) => city as Adcode)].map(([code, of]) => ({
		city: code,
		members: membersAt(cube, at, { places: [code] }),
		stages: OPEN_STAGES.map((stage) => ({ stage, prospects: of.filter((row) => row.stage === stage).length })).filter(({ prospects }) => prospects > 0),
		prospects: of.length,
		expected: of.reduce((sum, { chance }) => sum + chance.value, 0)
	}));
	return found.sort((a, b) => b.prospects - a.prospects || (a.city < b.city ? -1 : 1));
}

/** The map of prospects: each city shaded by its members, with a ring of the prospects being won there, by stage. */
export function prospectScene(input: ProspectSceneInput): { scene: Scene; classes: Classes } {
	const { cube, at, locale, view, theme } = input;
	const t = prospectText[locale];
	const byCity = new Map(cityProspects(input).map((each) => [each.city, each]));
	const members = new Map(cities.map(({ adcode }) => [adcode, membersAt(cube, at, { places: [adcode] })]));
	const classes = classify([...members.values()]);
	const shared = {
		regions: cities,
		hrefOf: (code: Adcode) => localePath('/staff/prospects/table', locale) + writeProspectView({ ...view, stage: view.stage ?? 'open', city: code, page: 1 }, theme),
		locale
	};
	const number = (n: number) => formatNumber(n, locale);
	const areas = cities.map((region): SceneArea => {
		const value = members.get(region.adcode) ?? 0;
		const found = byCity.get(region.adcode);
		const counts = [number(value), number(found?.prospects ?? 0)] as const;
		return {
			...namedArea(region, shared),
			value,
			step: stepOf(classes, value),
			title: t.areaTitle(fullName(region, locale), ...counts),
			said: t.areaSaid(...counts),
			kinds: (found?.stages ?? []).map(({ stage, prospects }) => ({ kind: stage, name: t.stages[stage], members: prospects })),
			figure: found ? number(found.prospects) : null
		};
	});
	const open = [...byCity.values()].reduce((sum, { prospects }) => sum + prospects, 0);
	return { scene: { areas, outlines: [], links: [], dots: [], caption: t.mapCaption(number(cities.length), number(open)) }, classes };
}
