import type { Bilingual, Locale } from '#domain/locale.ts';
import { inLocale } from '#domain/locale.ts';
import type { Evaluation } from '#domain/target-evaluation.ts';
import type { Target } from '#domain/target.ts';
import { city } from '#geo/regions/city.ts';
import { regionName } from '#geo/regions/name.ts';
import { province } from '#geo/regions/province.ts';
import { memberText } from '#lib/i18n/member.ts';
import { targetText } from '#lib/i18n/target.ts';
import type { Unit } from '#lib/i18n/target-value.ts';
import type { GroupFacts } from '../dashboard/facts.ts';
import type { Measured } from './scope.ts';

/** A target as lists and pages show it; `evaluation` is null where its scope no longer exists. */
export type TargetRow = Pick<Target, 'id' | 'start' | 'due' | 'partOf' | 'metric' | 'scope'> & {
	readonly name: Bilingual;
	/** The scope in words. */
	readonly where: string;
	readonly unit: Unit;
	readonly evaluation: Omit<Evaluation, 'areas'> | null;
};

/** The scope of a target in words: 江苏·园区. A place or group that does not exist stands as its code. */
export function scopeWords({ scope }: Pick<Target, 'scope'>, groups: readonly GroupFacts[], locale: Locale): string {
	const t = targetText[locale];
	const [inProvince, inCity] = [scope.province === null ? undefined : province(scope.province), scope.city === null ? undefined : city(scope.city)];
	const group = groups.find(({ id }) => id === scope.groupId);
	const places = [
		...(scope.groupId === null ? [] : [group ? inLocale(group.name, locale) : scope.groupId]),
		...(scope.province === null || scope.city !== null ? [] : [inProvince ? regionName(inProvince, locale, 'full') : scope.province]),
		...(scope.city === null ? [] : [inCity ? regionName(inCity, locale, 'full') : scope.city])
	];
	const [first = t.whole, second] = places;
	return t.scopeOf(second === undefined ? first : t.crossing(first, second), scope.kind === null ? null : memberText[locale].kinds[scope.kind]);
}

/** A row of a target, measured or not. */
export function rowOf(target: Target, measured: Measured | null, groups: readonly GroupFacts[], locale: Locale): TargetRow {
	const { id, name, start, due, partOf, metric, scope } = target;
	const areas = measured?.subject.facts.areas ?? [];
	const unit = { metric, of: areas.length, withDistricts: areas.some((code) => !city(code)) };
	const evaluation = measured && withoutAreas(measured.evaluation);
	return { id, name, start, due, partOf, metric, scope, where: scopeWords(target, groups, locale), unit, evaluation };
}

function withoutAreas({ areas: _, ...rest }: Evaluation): Omit<Evaluation, 'areas'> {
	return rest;
}
