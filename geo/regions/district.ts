import table from '../data/districts.json' with { type: 'json' };
import type { District } from './region.ts';

/** The 305 districts, counties and county-level cities, in code order. 100 kB: for the server. */
export const districts = table.districts as unknown as readonly District[];

const byCode = new Map(districts.map((item) => [item.adcode, item]));

/** The district of a code, or `undefined` when there is none. */
export function district(adcode: string): District | undefined {
	return byCode.get(adcode);
}

/** The districts of a city in code order; empty for a code that is no city. */
export function districtsOf(city: string): District[] {
	return districts.filter((item) => item.city === city);
}
