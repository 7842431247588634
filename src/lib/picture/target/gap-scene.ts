import type { Locale } from '#domain/locale.ts';
import type { Adcode } from '#domain/place.ts';
import type { AreaChance } from '#domain/forecast.ts';
import { cities } from '#geo/regions/city.ts';
import { regionName } from '#geo/regions/name.ts';
import { localePath } from '#lib/i18n/address.ts';
import { formatNumber } from '#lib/i18n/number.ts';
import { targetText } from '#lib/i18n/target.ts';
import { formatChance } from '#lib/i18n/target-value.ts';
import { classify, stepOf } from '../map/classes.ts';
import { shadeKey, type KeyItem } from '../map/key.ts';
import type { Scene, SceneArea, Step } from '../map/scene.ts';

/** A city with a target of its own: what stands, what is asked for, and where the target's page is. */
export type CityGap = { readonly code: Adcode; readonly id: string; readonly actual: number; readonly needed: number };

/** A map with its legend. */
export type Shaded = { readonly scene: Scene; readonly legend: readonly KeyItem[] };

const shade = (step: Step, text: string): KeyItem => ({ mark: { of: 'shade', step }, text });

type Said = Pick<SceneArea, 'href' | 'value' | 'step' | 'said' | 'figure'> & { readonly muted?: boolean };

function sceneOf(locale: Locale, caption: string, saidOf: (code: Adcode) => Said): Scene {
	const areas = cities.map((region): SceneArea => {
		const said = saidOf(region.adcode);
		return {
			...said,
			code: region.adcode,
			name: regionName(region, locale, 'short'),
			title: targetText[locale].area(regionName(region, locale, 'full'), said.said ?? ''),
			kinds: [],
			pinyin: region.pinyin,
			initials: region.initials,
			neighbours: region.neighbours
		};
	});
	return { areas, outlines: [], links: [], dots: [], caption };
}

/** The map of what cities with a target of their own still miss; the others are muted and say so. `query` goes into the addresses. */
export function gapScene(gaps: readonly CityGap[], locale: Locale, query: string): Shaded {
	const t = targetText[locale];
	const n = (value: number): string => formatNumber(value, locale);
	const byCity = new Map(gaps.map((gap) => [gap.code, gap]));
	const missing = ({ actual, needed }: CityGap): number => Math.max(0, needed - actual);
	const classes = classify(gaps.map(missing));
	const reached = gaps.filter((gap) => missing(gap) === 0).length;
	const scene = sceneOf(locale, t.mapCaption(n(gaps.length), n(reached)), (code) => {
		const gap = byCity.get(code);
		if (!gap) return { href: null, value: null, step: 0, said: t.mapNone, figure: null, muted: true };
		const short = missing(gap);
		return {
			href: localePath(`/staff/targets/${gap.id}`, locale) + query,
			value: short,
			step: stepOf(classes, short),
			said: short === 0 ? t.mapReached(n(gap.actual), n(gap.needed)) : t.mapTarget(n(gap.actual), n(gap.needed), n(short)),
			figure: short === 0 ? '✓' : `−${n(short)}`
		};
	});
	const legend = [
		...shadeKey(classes, t.legendReached, (from, to) => t.legendMissing(n(from), to === null ? null : n(to))),
		...(gaps.length < cities.length ? [shade(null, t.mapNone)] : [])
	];
	return { scene, legend };
}

const CHANCE_STEPS = [
	[0.5, 3, 'likely'],
	[0.2, 2, 'possible'],
	[0.05, 1, 'slight'],
	[0, 0, 'none']
] as const;

/** The map of the cities of a target: those with members, the others by their chance to have one on the due day. */
export function chanceScene(areas: readonly AreaChance[], locale: Locale, hrefOf: (code: Adcode) => string): Shaded {
	const t = targetText[locale];
	const byCity = new Map(areas.map((area) => [area.code, area]));
	const covered = areas.filter(({ members }) => members > 0).length;
	const scene = sceneOf(locale, t.chanceCaption(formatNumber(covered, locale), formatNumber(areas.length, locale)), (code) => {
		const area = byCity.get(code);
		if (!area) return { href: null, value: null, step: 0, said: t.mapOutside, figure: null, muted: true };
		const href = hrefOf(code);
		if (area.members > 0) return { href, value: area.members, step: 4, said: t.chanceCovered(formatNumber(area.members, locale)), figure: null };
		const share = formatChance(area.chance, locale);
		const step = CHANCE_STEPS.find(([from]) => area.chance >= from)?.[1] ?? 0;
		return { href, value: area.chance, step, said: t.chanceWhite(share), figure: share };
	});
	const legend = [
		shade(4, t.chanceClasses.covered),
		...CHANCE_STEPS.map(([, step, name]) => shade(step, t.chanceClasses[name])),
		...(areas.length < cities.length ? [shade(null, t.mapOutside)] : [])
	];
	return { scene, legend };
}
