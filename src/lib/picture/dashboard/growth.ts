import type { Cube } from '#domain/cube.ts';
import type { Day } from '#domain/day.ts';
import { growthDays, growthOf } from '#domain/growth.ts';
import { inLocale, type Locale } from '#domain/locale.ts';
import { MEMBER_KINDS } from '#domain/member.ts';
import { provinceCode, type Adcode } from '#domain/place.ts';
import type { View } from '#domain/view.ts';
import { regionName } from '#geo/regions/name.ts';
import { province, provinces } from '#geo/regions/province.ts';
import { linkTo } from '#lib/i18n/address.ts';
import { memberText } from '#lib/i18n/member.ts';
import { kindBands, provinceBands, type Band, type GrowthInput } from '../chart/growth-input.ts';
import { isMeant } from './batches.ts';
import type { BatchFacts, ReportedFacts } from './facts.ts';
import type { Scope } from './filter.ts';

export type DashboardGrowth = {
	readonly cube: Cube;
	readonly today: Day;
	readonly at: Day;
	readonly locale: Locale;
	readonly view: View;
	/** What is counted; `cube` holds the members of it alone. */
	readonly scope: Scope;
	readonly batches: readonly BatchFacts[];
	readonly reported: readonly ReportedFacts[];
};

/** What the growth chart of a dashboard is drawn from: the whole life up to today, with the day of the page marked. */
export function dashboardGrowth({ cube, today, at, locale, view, scope, batches, reported }: DashboardGrowth): GrowthInput {
	const days = growthDays(cube, today);
	return {
		locale,
		days,
		bands: view.by === 'kind' ? bandsByKind(cube, days, locale, view) : bandsByProvince(cube, days, scope, locale, view),
		occasions: batches.flatMap(({ event, cells }) => {
			const joined = cells.filter((cell) => isMeant(cell, scope, view.kind));
			if (event.held.on === null || joined.length === 0) return [];
			return [
				{
					id: event.id,
					on: event.held.on,
					short: inLocale(event.short ?? event.title, locale),
					title: inLocale(event.title, locale),
					joined: joined.reduce((sum, { members }) => sum + members, 0),
					href: linkTo(`/events/${event.id}`, locale, view)
				}
			];
		}),
		// What was published is of the whole alliance: beside a part of it, it would mislead.
		reported:
			scope.places === null && view.kind === null
				? reported.map(({ on, qualifier, value, source }) => ({ on, qualifier, value, publisher: source && inLocale(source.publisher, locale) }))
				: [],
		at: at === today ? null : at
	};
}

function bandsByKind(cube: Cube, days: readonly Day[], locale: Locale, view: View): Band[] {
	const kinds = MEMBER_KINDS.filter((kind) => view.kind === null || view.kind === kind);
	return kindBands(growthOf(cube, days, kinds.map((key) => ({ key, slice: { kind: key } }))), memberText[locale].kinds);
}

function bandsByProvince(cube: Cube, days: readonly Day[], scope: Scope, locale: Locale, view: View): Band[] {
	const kind = view.kind ?? undefined;
	const placed = [...cube.series.keys()].filter((code) => code !== null);
	const slices: { key: Adcode | null; slice: { places: readonly Adcode[] | null; kind: typeof kind } }[] = provinces.map(({ adcode }) => ({
		key: adcode,
		slice: { places: placed.filter((code) => provinceCode(code) === adcode), kind }
	}));
	if (scope.places === null) slices.push({ key: null, slice: { places: null, kind } });
	return provinceBands(growthOf(cube, days, slices), (code) => {
		const region = code === null ? undefined : province(code);
		return region ? regionName(region, locale, 'short') : memberText[locale].unplaced;
	});
}
