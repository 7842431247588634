import { error, redirect } from '@sveltejs/kit';
import { searchRecords } from '#db/queries/search.ts';
import { inLocale } from '#domain/locale.ts';
import { place, type Place } from '#geo/regions/code.ts';
import { regionName } from '#geo/regions/name.ts';
import { editDistance, nearestRegions } from '#geo/regions/search.ts';
import { linkTo } from '#lib/i18n/address.ts';
import { commonText } from '#lib/i18n/common.ts';
import { errorText } from '#lib/i18n/error.ts';
import { database } from './atlas.ts';
import { regionGroups } from './group-coverage.ts';
import { sourceList } from './lists.ts';
import type { Reading } from './reading.ts';

/** How many names a page that does not exist offers instead. */
const OFFERED = 5;
/** Characters of an identifier that are compared: none is longer. */
const LONGEST = 100;

const FOLDERS = { province: 'provinces', city: 'cities', district: 'districts' } as const;

/** The address of a province, city or district, without language. */
export function placePath({ level, region }: Place): string {
	return `/${FOLDERS[level]}/${region.adcode}`;
}

/** For a code that is none of its folder's level: to the right page, or a 404 with the nearest names. Never returns. */
export function areaElsewhere(reading: Reading, code: string, folder: string): never {
	const found = place(code);
	if (found && placePath(found) !== `/${folder}/${code}`) redirect(301, linkTo(placePath(found), reading.locale, reading.view));
	error(404, {
		message: 'unknown code',
		suggestions: nearestRegions(code, OFFERED).map((near) => ({ href: placePath(near), text: regionName(near.region, reading.locale, 'full') }))
	});
}

/** A 404 with the region groups whose identifiers are nearest. Never returns. */
export async function groupElsewhere(reading: Reading, id: string): Promise<never> {
	const groups = await regionGroups(reading);
	const nearest = [...groups].sort((a, b) => editDistance(id, a.id) - editDistance(id, b.id)).slice(0, OFFERED);
	error(404, {
		message: 'unknown group',
		suggestions: nearest.map((group) => ({ href: `/groups/${group.id}`, text: inLocale(group.name, reading.locale) }))
	});
}

/** A 404 with the records whose names are like the words of the identifier. Never returns. */
export async function recordElsewhere(reading: Reading, type: 'member' | 'project' | 'event' | 'partner', id: string): Promise<never> {
	const words = id.split(/[^\p{L}\p{N}]+/u).filter((word) => word.length > 1);
	const found = (await Promise.all(words.slice(0, 4).map((word) => searchRecords(database(), word, { known: reading.known, limit: OFFERED })))).flat();
	const hits = [...new Map(found.filter((hit) => hit.type === type).map((hit) => [hit.id, hit])).values()]
		.sort((a, b) => editDistance(id, a.id) - editDistance(id, b.id))
		.slice(0, OFFERED);
	error(404, {
		message: `unknown ${type}`,
		suggestions: [...hits.map((hit) => ({ href: `/${type}s/${hit.id}`, text: inLocale(hit.name, reading.locale) })), listOf(`${type}s`, reading)]
	});
}

/** A 404 with the sources whose identifiers are nearest. Never returns. */
export async function sourceElsewhere(reading: Reading, id: string): Promise<never> {
	const { sources } = await sourceList(reading);
	const distance = (other: string): number => editDistance(id.slice(0, LONGEST), other);
	const words = id.split('-');
	const sharing = sources.filter((source) => source.id.split('-').some((word) => words.includes(word)));
	const nearest = (sharing.length > 0 ? sharing : sources).toSorted((a, b) => distance(a.id) - distance(b.id)).slice(0, OFFERED);
	error(404, {
		message: 'unknown source',
		suggestions: [...nearest.map((source) => ({ href: `/sources/${source.id}`, text: inLocale(source.title, reading.locale) })), listOf('sources', reading)]
	});
}

/** The list that a record would stand in. */
function listOf(folder: 'members' | 'projects' | 'events' | 'partners' | 'sources', { locale }: Pick<Reading, 'locale'>): { href: string; text: string } {
	return { href: `/${folder}`, text: errorText[locale].all(commonText[locale].nav[folder]) };
}
