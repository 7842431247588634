import { searchRecords } from '#db/queries/search.ts';
import { inLocale } from '#domain/locale.ts';
import { regionName } from '#geo/regions/name.ts';
import { searchRegions } from '#geo/regions/search.ts';
import { database } from './atlas.ts';
import { placePath } from './elsewhere.ts';
import { regionGroups } from './group-coverage.ts';
import { placeName } from './place-name.ts';
import type { Reading } from './reading.ts';

/** Places and records a page of results shows at most. */
const PLACES = 12;
const RECORDS = 60;

export type SearchHit = { readonly type: 'place' | 'group' | 'member' | 'project' | 'event' | 'partner'; readonly href: string; readonly text: string; readonly context: string };

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
	const groups = (await regionGroups(reading))
		.filter(({ name, short }) => [name.zh, name.en, short?.zh, short?.en].some((text) => text?.toLowerCase().includes(q.toLowerCase())))
		.map(({ id, name }): SearchHit => ({ type: 'group', href: `/groups/${id}`, text: inLocale(name, locale), context: '' }));
	const records = (await searchRecords(database(), q, { known, limit: RECORDS })).map((hit): SearchHit => ({
		type: hit.type,
		href: `/${hit.type}s/${hit.id}`,
		text: inLocale(hit.name, locale),
		context: hit.city === null ? '' : placeName(hit.city, locale, 'short')
	}));
	return [...places, ...groups, ...records];
}
