import { searchRecords } from '#db/queries/search.ts';
import { searchKeys } from '#db/search/keys.ts';
import { wordsOf } from '#db/search/text.ts';
import { inLocale } from '#domain/locale.ts';
import { regionName } from '#geo/regions/name.ts';
import { searchRegions } from '#geo/regions/search.ts';
import { suggestions } from '#lib/picture/suggestions.ts';
import { database } from './atlas.ts';
import { placePath } from './elsewhere.ts';
import { regionGroups } from './group-coverage.ts';
import { placeName } from './place-name.ts';
import type { Reading } from './reading.ts';
import { remember } from './remember.ts';

/** Places and records a page of results shows at most. */
const PLACES = 12;
const RECORDS = 60;

export type SearchHit = { readonly type: 'place' | 'group' | 'member' | 'project' | 'event' | 'partner'; readonly href: string; readonly text: string; readonly context: string };

/** The region groups with what they are found by: names, their pinyin and initials. */
function groupKeys({ known }: Pick<Reading, 'known'>) {
	return remember(`group keys ${known}`, async () =>
		(await regionGroups({ known })).map(({ id, name, short }) => ({ id, name, keys: searchKeys({ name, others: [short?.zh ?? null, short?.en ?? null] }).search }))
	);
}

/** The first of what answers, for a list while typing. */
export async function suggest(reading: Reading): Promise<SearchHit[]> {
	return suggestions(await search(reading));
}

/** Everything that answers the text of the view: places, region groups, members, projects, events, partners. */
export async function search(reading: Reading): Promise<SearchHit[]> {
	const { view, locale, known } = reading;
	const q = view.q;
	if (q === '') return [];
	const places = searchRegions(q)
		.slice(0, PLACES)
		.map((found): SearchHit => ({
			type: 'place',
			href: placePath(found),
			text: regionName(found.region, locale, 'full'),
			context: found.level === 'district' ? placeName(found.region.city, locale, 'short') : ''
		}));
	const words = wordsOf(q);
	const groups = (await groupKeys(reading))
		.filter(({ keys }) => words.length > 0 && words.every((word) => keys.includes(word)))
		.map(({ id, name }): SearchHit => ({ type: 'group', href: `/groups/${id}`, text: inLocale(name, locale), context: '' }));
	const records = (await searchRecords(database(), q, { known, limit: RECORDS })).map((hit): SearchHit => ({
		type: hit.type,
		href: `/${hit.type}s/${hit.id}`,
		text: inLocale(hit.name, locale),
		context: hit.city === null ? '' : placeName(hit.city, locale, 'short')
	}));
	return [...places, ...groups, ...records];
}
