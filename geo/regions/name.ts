import type { Locale } from '#domain/locale.ts';
import type { Region } from './region.ts';

/**
 * A region's name. `full`: 无锡市 / Suzhou (Jiangsu), Binhu District. `short`, for maps and tables that show the
 * context: 无锡 / Suzhou, Binhu.
 */
export function regionName(region: Region, locale: Locale, form: 'full' | 'short'): string {
	if (locale === 'en') return form === 'full' ? region.enFull : region.en;
	return form === 'full' ? region.zh : region.zhShort;
}
