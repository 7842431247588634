import * as v from 'valibot';

/** Six-digit administrative code (GB/T 2260). Shanghai, `310000`, is a province-level unit and one of the 41 cities. */
export type Adcode = string;

export const adcodeSchema = v.pipe(v.string(), v.regex(/^\d{6}$/, 'adcode'));

/** `320000` for every code of Jiangsu, and so on. */
export function provinceCode(code: Adcode): Adcode {
	return `${code.slice(0, 2)}0000`;
}

/** The city a district's code belongs to; a city's own code is returned as it is. */
export function cityCode(code: Adcode): Adcode {
	return code.startsWith('31') ? '310000' : `${code.slice(0, 4)}00`;
}

/** WGS-84 longitude and latitude in degrees. */
export type Point = { readonly lon: number; readonly lat: number };

export const pointSchema = v.object({
	lon: v.pipe(v.number(), v.minValue(-180), v.maxValue(180)),
	lat: v.pipe(v.number(), v.minValue(-90), v.maxValue(90))
});
