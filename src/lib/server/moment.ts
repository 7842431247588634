import { dayOfInstant, timeOfInstant, type Instant } from '#domain/instant.ts';
import type { Locale } from '#domain/locale.ts';
import { formatDay } from '#lib/i18n/date.ts';

/** An instant as a day and a time of day in Asia/Shanghai: 2026年11月22日 14:05. */
export function momentWords(instant: Instant, locale: Locale): string {
	return `${formatDay(dayOfInstant(instant), locale)} ${timeOfInstant(instant)}`;
}
