import type { Day } from '#domain/day.ts';
import type { Locale } from '#domain/locale.ts';
import type { Metric } from '#domain/metric.ts';
import { wholeYears, yearOf } from '#domain/years.ts';
import { metricText } from '#lib/i18n/metric.ts';
import { formatNumber } from '#lib/i18n/number.ts';
import type { Scale } from '../map/classes.ts';
import { metricNumber } from '../map/metric-number.ts';
import type { CityRow } from './dashboard.ts';

/** What the values of a metric are. */
export const SCALES: Readonly<Record<Metric, Scale>> = { members: 'count', projects: 'count', reached: 'count', newest: 'date', since: 'years' };

/** A city's value: `none` where there is nothing to count or nobody ever joined, null where it is unknown. */
export type MetricValue = number | 'none' | null;

/** The value of a metric for a city at a day. */
export function metricValue(metric: Metric, { members, projects, reached, newest }: Omit<CityRow, 'code'>, at: Day): MetricValue {
	if (metric === 'newest') return newest === null ? 'none' : yearOf(newest);
	if (metric === 'since') return newest === null ? 'none' : wholeYears(newest, at);
	const count = { members, projects, reached }[metric];
	return count === 0 ? 'none' : count;
}

/** A value as a table shows it. */
export function metricCell(metric: Metric, value: MetricValue, locale: Locale): string {
	if (value === null) return metricText[locale].unknown;
	if (value === 'none') return SCALES[metric] === 'count' ? formatNumber(0, locale) : metricText[locale].never;
	return metricNumber(metric, value, locale);
}

/** A value in words, as an area of the map says it. */
export function metricWords(metric: Metric, value: MetricValue, locale: Locale): string {
	const { metrics, unknown } = metricText[locale];
	if (value === null) return unknown;
	if (value !== 'none') return metrics[metric].value(metricNumber(metric, value, locale));
	return SCALES[metric] === 'count' ? metrics[metric].value(formatNumber(0, locale)) : metrics[metric].none;
}
