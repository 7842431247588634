import { listEvents } from '#db/queries/event.ts';
import { listMemberships } from '#db/queries/membership.ts';
import { membersById } from '#db/queries/member.ts';
import type { Day } from '#domain/day.ts';
import { inLocale } from '#domain/locale.ts';
import { publicEvent, publicMember, publicMembership } from '#domain/public.ts';
import { localePath } from '#lib/i18n/address.ts';
import { formatPartialDay } from '#lib/i18n/date.ts';
import { eventText } from '#lib/i18n/event.ts';
import { openDataText } from '#lib/i18n/open-data.ts';
import { memberText } from '#lib/i18n/member.ts';
import { escapeXml } from '#lib/picture/still/markup.ts';
import { database } from '../atlas.ts';
import { publisherName, type Asked } from './words.ts';

/** Entries of a feed at most: of each kind so many are looked at. */
const MOST = 100;

type Entry = { readonly path: string; readonly id: string; readonly on: Day; readonly title: string; readonly summary: string; readonly term: 'join' | 'event' };

/** A day as the instant it begins in Asia/Shanghai, as RFC 3339 has it. */
const began = (day: Day): string => `${day}T00:00:00+08:00`;

/** Joins and events, the newest first, as Atom. What has no date is in no feed. */
export async function atomFeed(asked: Asked): Promise<string> {
	const { reading, origin } = asked;
	const { locale } = reading;
	const name = await publisherName(reading);
	const entries = [...(await joins(asked)), ...(await happenings(asked))].sort((a, b) => (a.on === b.on ? (a.id < b.id ? -1 : 1) : a.on < b.on ? 1 : -1)).slice(0, MOST);
	const home = origin + localePath('/', locale);
	const self = origin + localePath('/feed.atom', locale);
	return [
		`<?xml version="1.0" encoding="utf-8"?>\n<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${locale}">`,
		`<title>${escapeXml(openDataText[locale].feedTitle(name))}</title>`,
		`<id>${escapeXml(self)}</id><link rel="self" type="application/atom+xml" href="${escapeXml(self)}"/><link rel="alternate" type="text/html" href="${escapeXml(home)}"/>`,
		`<updated>${began(entries[0]?.on ?? reading.at)}</updated><author><name>${escapeXml(name)}</name></author><rights>CC BY 4.0</rights>`,
		...entries.map(({ path, id, on, title, summary, term }) => {
			const address = escapeXml(origin + localePath(path, locale));
			return `<entry><title>${escapeXml(title)}</title><id>${escapeXml(origin + localePath(id, locale))}</id><link rel="alternate" type="text/html" href="${address}"/><published>${began(on)}</published><updated>${began(on)}</updated><category term="${term}"/><summary>${escapeXml(summary)}</summary></entry>`;
		}),
		'</feed>\n'
	].join('\n');
}

async function joins({ reading }: Asked): Promise<Entry[]> {
	const { at, known, locale } = reading;
	const { items } = await listMemberships(database(), { at, known, limit: MOST });
	const memberships = items.map(publicMembership);
	const members = new Map((await membersById(database(), memberships.map(({ memberId }) => memberId), { known })).map(publicMember).map((member) => [member.id, member]));
	return memberships.flatMap(({ id, memberId, joined }): Entry[] => {
		const member = members.get(memberId);
		if (!member || joined.on === null) return [];
		const name = inLocale(member.name, locale);
		const summary = openDataText[locale].joinSummary(name, formatPartialDay(joined, locale), memberText[locale].kind[member.kind]);
		return [{ path: `/members/${memberId}`, id: `/members/${memberId}#${id}`, on: joined.on, title: openDataText[locale].joinTitle(name), summary, term: 'join' }];
	});
}

async function happenings({ reading }: Asked): Promise<Entry[]> {
	const { at, known, locale } = reading;
	const { items } = await listEvents(database(), { at, known, limit: MOST });
	return items.map(publicEvent).flatMap(({ id, kind, title, held, summary }): Entry[] => {
		if (held.on === null) return [];
		const words = `${eventText[locale].kinds[kind]} · ${formatPartialDay(held, locale)}${summary ? ` · ${inLocale(summary, locale)}` : ''}`;
		return [{ path: `/events/${id}`, id: `/events/${id}`, on: held.on, title: inLocale(title, locale), summary: words, term: 'event' }];
	});
}
