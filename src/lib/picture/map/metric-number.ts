import type { Locale } from '#domain/locale.ts';
import type { Metric } from '#domain/metric.ts';
import { formatNumber } from '#lib/i18n/number.ts';

/** A number of a metric as it is written: years of a calendar are not grouped. */
export function metricNumber(metric: Metric, value: number, locale: Locale): string {
	return metric === 'newest' ? String(value) : formatNumber(value, locale);
}
