import type { Adcode } from '../place.ts';
import { cityCode } from '../place.ts';
import type { IssueCode } from './issue.ts';
import { OLD_PLACES } from './old-place.ts';
import { clean } from './text.ts';

/** A region as far as its name is read: `province` is the code of its province. */
export type NamedRegion = {
	readonly adcode: Adcode;
	readonly zh: string;
	readonly zhShort: string;
	readonly en: string;
	readonly enFull: string;
	readonly province: Adcode;
};

/** The names of every place, as `gazetteerOf` makes it. */
export type Gazetteer = {
	readonly codes: ReadonlySet<Adcode>;
	readonly provinces: readonly Names[];
	readonly cities: readonly Names[];
	readonly districts: readonly Names[];
	readonly byName: ReadonlyMap<string, readonly Named[]>;
};

type Level = 'province' | 'city' | 'district';
type Names = { readonly adcode: Adcode; readonly names: readonly string[] };
/** `short`: by a short name of a district, which in the column of cities could be another place's. */
type Named = { readonly level: Level; readonly adcode: Adcode; readonly short: boolean };

/** A place by its codes; `district` null where only the city is named. */
export type FoundPlace = { readonly city: Adcode; readonly district: Adcode | null };
export type PlaceReading = { readonly place: FoundPlace } | { readonly issue: IssueCode };

function bare(text: string): string {
	return clean(text).toLowerCase().replace(/[\s'’‘·\-—–/\\,，、>;.]/g, '');
}

/** Prepares the names of provinces, cities and districts for reading. */
export function gazetteerOf(provinces: readonly NamedRegion[], cities: readonly NamedRegion[], districts: readonly NamedRegion[]): Gazetteer {
	const byName = new Map<string, Named[]>();
	const add = (name: string, level: Level, adcode: Adcode, short = false) => {
		const known = byName.get(name) ?? [];
		if (!known.some((each) => each.level === level && each.adcode === adcode)) byName.set(name, [...known, { level, adcode, short }]);
	};
	const english = new Map(provinces.map((province) => [province.adcode, bare(province.en)]));
	const list = (regions: readonly NamedRegion[], level: Level): Names[] =>
		regions.map(({ adcode, zh, zhShort, en, enFull, province }) => {
			const names = [...new Set([bare(zh), bare(zhShort)])].sort((a, b) => b.length - a.length);
			names.forEach((name) => add(name, level, adcode, level === 'district' && name !== bare(zh) && !zh.endsWith('市')));
			for (const name of [en, enFull, `${en} ${level === 'province' ? 'Province' : 'City'}`, `${en} ${english.get(province) ?? ''}`]) add(bare(name), level, adcode);
			return { adcode, names };
		});
	const named = { provinces: list(provinces, 'province'), cities: list(cities, 'city'), districts: list(districts, 'district') };
	for (const [name, codes] of Object.entries(OLD_PLACES)) {
		const isInUse = byName.get(bare(name))?.some(({ short }) => !short) ?? false;
		if (!isInUse) for (const adcode of codes) add(bare(name), 'district', adcode);
	}
	const codes = new Set([...cities, ...districts].map(({ adcode }) => adcode));
	return { ...named, codes, byName };
}

/**
 * The place that a text names: `无锡`, `江苏省无锡市`, `无锡市滨湖区`, `320200`, `Suzhou (Anhui)`, a name of before a
 * reform. Within `city` where that is known. `column`: what is expected there, since 通州 alone is no city.
 */
export function readPlace(text: string, gazetteer: Gazetteer, column: 'city' | 'district', city: Adcode | null = null): PlaceReading {
	const name = bare(text).replace(/^中国/, '');
	if (/^\d{6}(\.0+)?$/.test(name)) return readCode(name.slice(0, 6), gazetteer);
	let found = search(name, gazetteer, column);
	if (city !== null && found.length > 1) found = found.filter((place) => place.city === city);
	const [first] = found;
	if (first && found.length === 1) return { place: first };
	if (found.length > 1) return { issue: 'place_ambiguous' };
	if (gazetteer.provinces.some(({ names }) => names.includes(name))) return { issue: 'place_province' };
	return { issue: 'place_unknown' };
}

function readCode(code: Adcode, { codes }: Gazetteer): PlaceReading {
	if (!codes.has(code)) return { issue: code.endsWith('0000') ? 'place_province' : 'place_unknown' };
	const city = cityCode(code);
	return { place: { city, district: city === code ? null : code } };
}

function search(name: string, gazetteer: Gazetteer, column: 'city' | 'district'): FoundPlace[] {
	const whole = (gazetteer.byName.get(name) ?? []).filter(({ level, short }) => level !== 'province' && !(short && column === 'city'));
	// A district's column names districts first: 淮安 there is the district, in the column of cities the city.
	const levels: Level[] = column === 'city' ? ['city', 'district'] : ['district', 'city'];
	for (const level of levels) {
		const hits = whole.filter((each) => each.level === level);
		if (hits.length > 0) return hits.map(({ adcode }) => placeOf(adcode));
	}
	const found = new Map<string, FoundPlace>();
	for (const province of gazetteer.provinces)
		for (const rest of without(name, province.names))
			for (const place of search(rest, gazetteer, column)) if (place.city.slice(0, 2) === province.adcode.slice(0, 2)) found.set(`${place.city} ${place.district}`, place);
	for (const city of gazetteer.cities)
		for (const rest of without(name, city.names))
			for (const { level, adcode } of gazetteer.byName.get(rest) ?? [])
				if (level === 'district' && cityCode(adcode) === city.adcode) found.set(`${city.adcode} ${adcode}`, placeOf(adcode));
	return [...found.values()];
}

function placeOf(adcode: Adcode): FoundPlace {
	const city = cityCode(adcode);
	return { city, district: city === adcode ? null : adcode };
}

/** What is left of a name that begins with one of these, the longest that leaves something. */
function without(name: string, starts: readonly string[]): string[] {
	const start = starts.find((each) => name.startsWith(each) && name.length > each.length);
	return start === undefined ? [] : [name.slice(start.length)];
}
