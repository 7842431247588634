import type { Locale } from '#domain/locale.ts';
import type { MemberKind } from '#domain/member.ts';
import type { TargetField, TypedTarget } from '#domain/target-form.ts';
import type { TargetMetric } from '#domain/target.ts';
import { city } from '#geo/regions/city.ts';
import { regionName } from '#geo/regions/name.ts';
import { province } from '#geo/regions/province.ts';
import { memberText } from '#lib/i18n/member.ts';
import { targetFormText } from '#lib/i18n/target-form.ts';
import { targetText } from '#lib/i18n/target.ts';

/** What stands in a field of a form in words; `names` are those of region groups and targets by identifier. */
export function fieldValue(field: TargetField, typed: TypedTarget, names: Readonly<Record<string, string>>, locale: Locale): string {
	const text = typed[field].trim();
	if (text === '') return targetFormText[locale].blank;
	if (field === 'metric') return targetText[locale].metrics[text as TargetMetric] ?? text;
	if (field === 'kind') return memberText[locale].kinds[text as MemberKind] ?? text;
	if (field === 'value' || field === 'startValue') return typed.metric === 'coverage' ? `${text}%` : text;
	if (field === 'group' || field === 'partOf') return Object.hasOwn(names, text) ? (names[text] as string) : text;
	const region = field === 'city' ? city(text) : field === 'province' ? province(text) : undefined;
	return region ? regionName(region, locale, 'full') : text;
}
