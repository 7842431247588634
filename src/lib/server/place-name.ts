import type { Locale } from '#domain/locale.ts';
import type { Adcode } from '#domain/place.ts';
import { place } from '#geo/regions/code.ts';
import { regionName } from '#geo/regions/name.ts';

/** The name of a province, city or district; its code where there is none. */
export function placeName(code: Adcode, locale: Locale, form: 'short' | 'full' = 'full'): string {
	const found = place(code);
	return found ? regionName(found.region, locale, form) : code;
}

/** A city's short name. */
export function cityName(code: Adcode, locale: Locale): string {
	return placeName(code, locale, 'short');
}
