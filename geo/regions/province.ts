import table from '../data/regions.json' with { type: 'json' };
import type { Province } from './region.ts';

/** The three provinces and Shanghai, in code order. */
export const provinces = table.provinces as unknown as readonly Province[];

/** The province of a code, or `undefined` when there is none. */
export function province(adcode: string): Province | undefined {
	return provinces.find((item) => item.adcode === adcode);
}
