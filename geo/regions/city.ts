import table from '../data/regions.json' with { type: 'json' };
import type { City } from './region.ts';

/** The 41 cities in code order; Shanghai, 310000, is one of them. */
export const cities = table.cities as unknown as readonly City[];

/** Their codes, in the same order. */
export const cityCodes: readonly string[] = cities.map(({ adcode }) => adcode);

const byCode = new Map(cities.map((item) => [item.adcode, item]));

/** The city of a code, or `undefined` when there is none. */
export function city(adcode: string): City | undefined {
	return byCode.get(adcode);
}

/** The cities of a province in code order; empty for a code that is no province. */
export function citiesOf(province: string): City[] {
	return cities.filter((item) => item.province === province);
}
