import type { Locale } from '#domain/locale.ts';
import { cities } from '#geo/regions/city.ts';
import { districtsOf } from '#geo/regions/district.ts';
import { regionName } from '#geo/regions/name.ts';
import { provinces } from '#geo/regions/province.ts';

/** Options of a select, in groups. */
export type OptionGroup = { readonly label: string; readonly options: readonly { readonly value: string; readonly text: string }[] };

/** The cities, by province. */
export function cityOptions(locale: Locale): OptionGroup[] {
	return provinces.map((province) => ({
		label: regionName(province, locale, 'full'),
		options: cities.filter((city) => city.province === province.adcode).map((city) => ({ value: city.adcode, text: regionName(city, locale, locale === 'en' ? 'full' : 'short') }))
	}));
}

/** The districts, by city; only those of one city where it is given. */
export function districtOptions(locale: Locale, only: string | null): OptionGroup[] {
	return cities
		.filter(({ adcode }) => only === null || adcode === only)
		.map((city) => ({
			label: regionName(city, locale, 'full'),
			options: districtsOf(city.adcode).map((district) => ({ value: district.adcode, text: regionName(district, locale, 'full') }))
		}));
}
