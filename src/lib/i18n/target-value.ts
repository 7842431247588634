import type { Locale } from '#domain/locale.ts';
import type { TargetMetric } from '#domain/target.ts';
import { formatNumber, formatShare } from './number.ts';

/** How a target's numbers are written: what is counted, and of how many cities or districts where it is a coverage. */
export type Unit = { readonly metric: TargetMetric; readonly of: number; readonly withDistricts: boolean };

/** A count with at most one decimal: 631.5. */
export function targetNumber(n: number, locale: Locale): string {
	return formatNumber(Math.round(n * 10) / 10 + 0, locale);
}

/** A count with its unit, a coverage with its share behind: 613 家, 32 座（78%）. */
export function targetValue(n: number, { metric, of, withDistricts }: Unit, locale: Locale): string {
	const number = targetNumber(n, locale);
	const counted = locale === 'en' ? `${number} ${plural(n, metric, withDistricts)}` : `${number} ${UNITS_ZH[metric] === '座' && withDistricts ? '个' : UNITS_ZH[metric]}`;
	if (metric !== 'coverage' || of === 0) return counted;
	const share = formatShare(n / of, locale);
	return locale === 'en' ? `${counted} (${share})` : `${counted}（${share}）`;
}

/** A number with its sign: +3, −18.5, ±0. */
export function signedNumber(n: number, locale: Locale): string {
	const rounded = Math.round(n * 10) / 10;
	if (rounded === 0) return '±0';
	return `${rounded > 0 ? '+' : '−'}${targetNumber(Math.abs(rounded), locale)}`;
}

/** A chance in whole percent; what is not quite impossible or certain is never rounded to that. */
export function formatChance(chance: number, locale: Locale): string {
	if (chance > 0 && chance < 0.005) return locale === 'en' ? 'below 1%' : '不足 1%';
	if (chance < 1 && chance >= 0.995) return locale === 'en' ? 'above 99%' : '99% 以上';
	return new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 0 }).format(chance);
}

const UNITS_ZH: Readonly<Record<TargetMetric, string>> = { members: '家', cities: '座', coverage: '座', projects: '项' };

function plural(n: number, metric: TargetMetric, withDistricts: boolean): string {
	const [one, many] = metric === 'members' ? ['member', 'members'] : metric === 'projects' ? ['project', 'projects'] : withDistricts ? ['area', 'areas'] : ['city', 'cities'];
	return n === 1 ? one : many;
}
