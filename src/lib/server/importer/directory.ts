import gcoord from 'gcoord';
import { listPeople } from '#db/queries/person.ts';
import { allRecords } from '#db/queries/read.ts';
import type { Db } from '#db/schema.ts';
import { sameness } from '#domain/import/text.ts';
import { gazetteerOf, type Gazetteer } from '#domain/import/place.ts';
import type { MemberContext } from '#domain/import/member-plan.ts';
import type { ToWgs84 } from '#domain/import/member-row.ts';
import type { Directory, ReadingContext } from '#domain/import/value.ts';
import type { Locale } from '#domain/locale.ts';
import { cities } from '#geo/regions/city.ts';
import { districts } from '#geo/regions/district.ts';
import { provinces } from '#geo/regions/province.ts';
import { placeName } from '../place-name.ts';
import { placeOf } from '../record-place.ts';

let gazetteer: Gazetteer | null = null;

/** The names of the region's places, prepared once. */
export function regionGazetteer(): Gazetteer {
	return (gazetteer ??= gazetteerOf(
		provinces.filter(({ adcode }) => adcode !== '310000').map((region) => ({ ...region, province: region.adcode })),
		cities,
		districts
	));
}

/** Everything that cells may name: places, events, sources, people. */
export async function readingContext(db: Db): Promise<Omit<ReadingContext, 'since1904'>> {
	const [events, sources, people] = await Promise.all([allRecords(db, 'event'), allRecords(db, 'source'), listPeople(db)]);
	return {
		gazetteer: regionGazetteer(),
		events: directoryOf(events.map(({ id, title, short }) => [id, [id, title.zh, title.en, short?.zh, short?.en]])),
		sources: directoryOf(sources.map(({ id, title, url }) => [id, [id, title.zh, title.en, url]])),
		people: directoryOf(people.filter(({ deactivatedAt }) => deactivatedAt === null).map(({ id, name, email }) => [id, [id, name, email]]))
	};
}

function directoryOf(records: readonly (readonly [id: string, names: readonly (string | null | undefined)[]])[]): Directory {
	const directory = new Map<string, string[]>();
	for (const [id, names] of records)
		for (const key of new Set(names.flatMap((name) => (name ? [sameness(name)] : [])))) directory.set(key, [...(directory.get(key) ?? []), id]);
	return directory;
}

/** The district that a point lies in, with its name in Chinese and English; null: none of ours. */
export const regionPlace: MemberContext['placeOf'] = (point) => {
	const place = placeOf(point);
	if (place === null) return null;
	const named = (locale: Locale): string[] => [placeName(place.city, locale), placeName(place.district, locale)];
	return { ...place, names: [named('zh-CN').join(''), named('en').reverse().join(', ')] };
};

/** Coordinates of Chinese maps as WGS-84, rounded to a tenth of a metre. */
export const toWgs84: ToWgs84 = ({ lon, lat }, datum) => {
	const from = datum === 'gcj02' ? gcoord.GCJ02 : gcoord.BD09;
	const [x, y] = gcoord.transform([lon, lat], from, gcoord.WGS84);
	const rounded = (degrees: number) => Math.round(degrees * 1e6) / 1e6;
	return { lon: rounded(x), lat: rounded(y) };
};
