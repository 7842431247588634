import type { Day } from '#domain/day.ts';
import { inLocale, type Bilingual, type Locale } from '#domain/locale.ts';
import { LICENCE } from '#domain/licence.ts';
import { SHAPE_TYPES, shapePath, type Shape } from '#domain/shape.ts';
import type { PublicEvent, PublicMember } from '#domain/public.ts';
import { localePath } from '#lib/i18n/address.ts';

/** Where a description is read: the site's origin and the language. */
export type Told = { readonly origin: string; readonly locale: Locale };

type Thing = Readonly<Record<string, unknown>>;

const CONTEXT = 'https://schema.org';

function named(name: Bilingual, { locale }: Told): Thing {
	const text = inLocale(name, locale);
	const other = locale === 'en' ? name.zh : name.en;
	return { name: text, ...(other !== null && other !== text && { alternateName: other }) };
}

/** The alliance as schema.org/Organization; `name` as the pages show it. */
function organizationData(name: string, { origin, locale }: Told): Thing {
	return { '@context': CONTEXT, '@type': 'Organization', '@id': `${origin}/#organization`, name, url: origin + localePath('/', locale) };
}

/** A view of the record as schema.org/Dataset, with the shapes in which it can be had. */
export function datasetData(
	{ path, title, description, at, publisher, shapes, archive }: { path: string; title: string; description: string; at: Day; publisher: string; shapes: readonly Shape[]; archive?: string },
	told: Told
): Thing {
	const { origin, locale } = told;
	return {
		'@context': CONTEXT,
		'@type': 'Dataset',
		name: `${title} · ${publisher}`,
		description,
		url: origin + localePath(path, locale),
		inLanguage: locale,
		isAccessibleForFree: true,
		license: LICENCE.url,
		creator: { '@type': 'Organization', '@id': `${origin}/#organization`, name: publisher },
		dateModified: at,
		distribution: [
			...shapes.map((shape) => ({ '@type': 'DataDownload', encodingFormat: SHAPE_TYPES[shape].split(';')[0], contentUrl: origin + localePath(shapePath(path, shape), locale) })),
			...(archive === undefined ? [] : [{ '@type': 'DataDownload', encodingFormat: 'application/zip', contentUrl: origin + archive }])
		]
	};
}

/** The alliance, and its dashboard as a data set. */
export function dashboardData(said: { title: string; description: string; at: Day; publisher: string }, told: Told): Thing[] {
	return [organizationData(said.publisher, told), datasetData({ ...said, path: '/', shapes: ['csv', 'json'], archive: '/data.zip' }, told)];
}

/** A member as schema.org/Organization. `place`: the name of its city; null: not verified. */
export function memberData(member: Pick<PublicMember, 'id' | 'name' | 'website' | 'aliases' | 'point'>, place: string | null, told: Told): Thing {
	return {
		'@context': CONTEXT,
		'@type': 'Organization',
		...named(member.name, told),
		url: told.origin + localePath(`/members/${member.id}`, told.locale),
		...(member.website !== null && { sameAs: member.website }),
		...(place !== null && { address: { '@type': 'PostalAddress', addressLocality: place, addressCountry: 'CN' } }),
		...(member.point && { location: { '@type': 'Place', geo: { '@type': 'GeoCoordinates', latitude: member.point.lat, longitude: member.point.lon } } }),
		memberOf: { '@type': 'Organization', '@id': `${told.origin}/#organization` }
	};
}

/** An event as schema.org/Event; a date is told as far as it is known. `place`: the name of its city. */
export function eventData(event: Pick<PublicEvent, 'id' | 'title' | 'held' | 'venue' | 'summary'>, place: string | null, told: Told): Thing {
	const { locale, origin } = told;
	const { on, precision } = event.held;
	const day = on === null || precision === 'not_after' ? null : precision === 'month' ? on.slice(0, 7) : precision === 'year' ? on.slice(0, 4) : on;
	return {
		'@context': CONTEXT,
		'@type': 'Event',
		...named(event.title, told),
		url: origin + localePath(`/events/${event.id}`, locale),
		...(day !== null && { startDate: day, eventStatus: `${CONTEXT}/EventScheduled` }),
		...(event.summary && { description: inLocale(event.summary, locale) }),
		...(place !== null && {
			location: { '@type': 'Place', name: event.venue ? inLocale(event.venue, locale) : place, address: { '@type': 'PostalAddress', addressLocality: place, addressCountry: 'CN' } }
		}),
		organizer: { '@type': 'Organization', '@id': `${origin}/#organization` }
	};
}

/** Data as JSON that may stand inside a script element: nothing in it can end the element. */
export function scriptJson(data: unknown): string {
	return JSON.stringify(data).replace(/[<>&\u2028\u2029]/g, (c) => `\\u${c.charCodeAt(0).toString(16).padStart(4, '0')}`);
}
