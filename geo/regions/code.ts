import { city } from './city.ts';
import { district } from './district.ts';
import { province } from './province.ts';
import type { City, District, Province } from './region.ts';

/** A region together with its level. */
export type Place =
	| { readonly level: 'province'; readonly region: Province }
	| { readonly level: 'city'; readonly region: City }
	| { readonly level: 'district'; readonly region: District };

/**
 * What a code stands for, or `undefined` when it is none of the 350. Shanghai, 310000, is given as a city.
 * Needs the districts: for the server.
 */
export function place(adcode: string): Place | undefined {
	const asCity = city(adcode);
	if (asCity) return { level: 'city', region: asCity };
	const asProvince = province(adcode);
	if (asProvince) return { level: 'province', region: asProvince };
	const asDistrict = district(adcode);
	return asDistrict && { level: 'district', region: asDistrict };
}
