import { partsOf, type Day } from '#domain/day.ts';
import { dayOfInstant, timeOfInstant, type Instant } from '#domain/instant.ts';
import type { Locale } from '#domain/locale.ts';
import type { PartialDay } from '#domain/partial-day.ts';

const MONTHS = ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December'];

/** 2023年9月26日 / 26 September 2023. */
export function formatDay(day: Day, locale: Locale): string {
	const { year, month, day: d } = partsOf(day);
	return locale === 'zh-CN' ? `${year}年${month}月${d}日` : `${d} ${MONTHS[month - 1]} ${year}`;
}

/** 2023年9月 / September 2023. */
export function formatMonth(day: Day, locale: Locale): string {
	const { year, month } = partsOf(day);
	return locale === 'zh-CN' ? `${year}年${month}月` : `${MONTHS[month - 1]} ${year}`;
}

/** A date with its precision in words: 2023年9月, 2023年, 不晚于2023年9月26日, 日期未报道. */
export function formatPartialDay({ on, precision }: PartialDay, locale: Locale): string {
	const zh = locale === 'zh-CN';
	if (on === null) return zh ? '日期未报道' : 'date not reported';
	if (precision === 'month') return formatMonth(on, locale);
	if (precision === 'year') return zh ? `${on.slice(0, 4)}年` : on.slice(0, 4);
	if (precision === 'not_after') return zh ? `不晚于${formatDay(on, locale)}` : `by ${formatDay(on, locale)}`;
	return formatDay(on, locale);
}

/** The narrow form for tables and lists: 2023-09-26, 2023-09, 2023, ≤ 2023-09-26, 未报道. */
export function formatPartialDayShort({ on, precision }: PartialDay, locale: Locale): string {
	if (on === null) return locale === 'zh-CN' ? '未报道' : 'not reported';
	if (precision === 'month') return on.slice(0, 7);
	if (precision === 'year') return on.slice(0, 4);
	return precision === 'not_after' ? `≤ ${on}` : on;
}

/** A moment in Asia/Shanghai: 2026年11月22日 14:05 / 22 November 2026, 14:05. */
export function formatMoment(instant: Instant, locale: Locale): string {
	return `${formatDay(dayOfInstant(instant), locale)}${locale === 'zh-CN' ? ' ' : ', '}${timeOfInstant(instant)}`;
}
