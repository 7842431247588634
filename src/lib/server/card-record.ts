import { eventsById } from '#db/queries/event.ts';
import { membersById } from '#db/queries/member.ts';
import { projectsById } from '#db/queries/project.ts';
import { sourceUses } from '#db/queries/source.ts';
import { inLocale } from '#domain/locale.ts';
import type { Adcode } from '#domain/place.ts';
import type { PublicProject } from '#domain/public.ts';
import type { RecordType } from '#domain/record.ts';
import { commonText } from '#lib/i18n/common.ts';
import { formatPartialDay } from '#lib/i18n/date.ts';
import { eventText } from '#lib/i18n/event.ts';
import { memberText } from '#lib/i18n/member.ts';
import { formatNumber } from '#lib/i18n/number.ts';
import { projectText } from '#lib/i18n/project.ts';
import { sourceText } from '#lib/i18n/source.ts';
import { pairLinks, pairsAt, strongest } from '#lib/picture/dashboard/links.ts';
import type { Places } from '#lib/picture/embed/place-scene.ts';
import type { CardFact } from '#lib/picture/embed/still.ts';
import { database } from './atlas.ts';
import { dashboardFacts } from './dashboard.ts';
import { memberPage } from './member.ts';
import { cityName, placeName } from './place-name.ts';
import type { Reading } from './reading.ts';
import { eventRecord, partnerRecord, projectRecord, sourceRecord } from './record-pages.ts';

/** What the card of a record says and shows. */
export type RecordCard = { readonly title: string; readonly facts: readonly CardFact[]; readonly places: Places };

const RECORDS: Readonly<Record<string, (reading: Reading, id: string) => Promise<RecordCard | null>>> = { members, projects, events, partners, sources };

/** The card of the record at a path without language; null where there is none. Names no more than its page. */
export async function recordCard(reading: Reading, path: string): Promise<RecordCard | null> {
	const [, folder = '', id = ''] = /^\/(\w+)\/([^/]+)$/.exec(path) ?? [];
	return Object.hasOwn(RECORDS, folder) ? ((await RECORDS[folder]?.(reading, decodeURIComponent(id))) ?? null) : null;
}

const at = (cities: readonly Adcode[]): Places => ({ cities, links: [], dots: [] });

/** Names one after the other, as many as a line or two can hold. */
function listed(names: readonly string[], { locale }: Pick<Reading, 'locale'>, most = 6): string {
	const more = names.length > most ? (locale === 'en' ? ' …' : '等') : '';
	return names.slice(0, most).join(locale === 'en' ? ', ' : '、') + more;
}

async function members(reading: Reading, id: string): Promise<RecordCard | null> {
	const found = await memberPage(reading, id);
	if (!found) return null;
	const { locale } = reading;
	const { member, memberships, projects } = found;
	const t = memberText[locale];
	const place = [found.cityName, found.districtName].filter((name) => name !== null);
	const when = memberships.map(({ active, joined, left, batch }): CardFact => {
		const days = left === null ? formatPartialDay(joined, locale) : `${formatPartialDay(joined, locale)} – ${formatPartialDay(left, locale)}`;
		return { label: active ? t.joined : t.former, value: batch ? `${days} · ${inLocale(batch.short ?? batch.title, locale)}` : days };
	});
	return {
		title: inLocale(member.name, locale),
		facts: [
			{ label: t.kindLabel, value: t.kind[member.kind] },
			{ label: t.city, value: place.length === 0 ? t.unplaced : place.join(locale === 'en' ? ', ' : ' ') },
			...when,
			...(projects.length === 0 ? [] : [{ label: projectText[locale].projects, value: listed(projects.map(({ project }) => inLocale(project.title, locale)), reading, 2) }])
		],
		places: {
			...at(member.city === null ? [] : [member.city]),
			dots: member.point === null ? [] : [{ point: member.point, kind: member.kind, name: inLocale(member.name, locale), href: '' }]
		}
	};
}

/** The cities of projects, with lines between those of the same one. */
async function reach(reading: Reading, projects: readonly PublicProject[]): Promise<Places> {
	const { locale, view } = reading;
	const { seat } = await dashboardFacts(reading);
	const links = projects.map(({ id, category, status, cities }) => ({ id, category, status, cities: cities.toSorted(), since: null }));
	return { cities: [...new Set(projects.flatMap(({ cities }) => cities))], links: pairLinks(strongest(pairsAt({ links }, reading.at)), seat, locale, view), dots: [] };
}

async function projects(reading: Reading, id: string): Promise<RecordCard | null> {
	const found = await projectRecord(reading, id);
	if (!found) return null;
	const { locale } = reading;
	const { project } = found;
	const t = projectText[locale];
	const parties = [...(project.byAlliance ? [t.byAlliance] : []), ...[...found.members, ...found.partners].map(({ name }) => inLocale(name, locale))];
	return {
		title: inLocale(project.title, locale),
		facts: [
			{ label: t.category, value: `${t.categories[project.category]} · ${t.statuses[project.status ?? 'unknown']}` },
			{ label: t.since, value: formatPartialDay(project.since, locale) },
			{ label: t.cities, value: project.cities.length === 0 ? t.noCity : listed(project.cities.map((code) => cityName(code, locale)), reading) },
			...(parties.length === 0 ? [] : [{ label: t.parties, value: listed(parties, reading, 4) }])
		],
		places: await reach(reading, [project])
	};
}

async function events(reading: Reading, id: string): Promise<RecordCard | null> {
	const found = await eventRecord(reading, id);
	if (!found) return null;
	const { locale } = reading;
	const { event, joined } = found;
	const t = eventText[locale];
	const place = [event.city === null ? null : placeName(event.city, locale), event.venue && inLocale(event.venue, locale)].filter(Boolean);
	return {
		title: inLocale(event.title, locale),
		facts: [
			{ label: commonText[locale].kind, value: t.kinds[event.kind] },
			{ label: t.held, value: formatPartialDay(event.held, locale) },
			{ label: t.city, value: place.length === 0 ? commonText[locale].notReported : place.join(locale === 'en' ? ', ' : ' ') },
			...(joined.total > 0 ? [{ label: t.joinedThen, value: formatNumber(joined.total, locale) }] : [])
		],
		places: at(event.city === null ? [] : [event.city])
	};
}

async function partners(reading: Reading, id: string): Promise<RecordCard | null> {
	const found = await partnerRecord(reading, id);
	if (!found) return null;
	const { locale } = reading;
	const { partner, projects: items } = found;
	const [t, common] = [projectText[locale], commonText[locale]];
	return {
		title: inLocale(partner.name, locale),
		facts: [
			{ label: common.kind, value: memberText[locale].kind[partner.kind] },
			{ label: t.seat, value: partner.seat ? inLocale(partner.seat, locale) : common.notVerified },
			...(items.length === 0 ? [] : [{ label: t.projects, value: listed(items.map(({ project }) => inLocale(project.title, locale)), reading, 2) }])
		],
		places: await reach(reading, items.map(({ project }) => project))
	};
}

async function sources(reading: Reading, id: string): Promise<RecordCard | null> {
	const found = await sourceRecord(reading, id);
	if (!found) return null;
	const { locale } = reading;
	const { source, uses } = found;
	const [t, common] = [sourceText[locale], commonText[locale]];
	const counts = (['members', 'projects', 'events', 'partners'] as const).filter((name) => uses[name].length > 0).map((name) => `${common.nav[name]} ${formatNumber(uses[name].length, locale)}`);
	return {
		title: inLocale(source.title, locale),
		facts: [
			{ label: t.publisher, value: inLocale(source.publisher, locale) },
			{ label: t.published, value: formatPartialDay(source.published, locale) },
			...(counts.length === 0 ? [] : [{ label: t.restsOn, value: counts.join(' · ') }])
		],
		places: at(await citiesOf(reading, id))
	};
}

/** The cities of the records that rest on a source. */
async function citiesOf({ known }: Reading, id: string): Promise<Adcode[]> {
	const db = database();
	const uses = await sourceUses(db, id, { known });
	const idsOf = (type: RecordType): string[] => [...new Set(uses.filter((use) => use.type === type).map((use) => use.id))];
	const codes = [
		...(await membersById(db, idsOf('member'), { known })).map(({ city }) => city),
		...(await eventsById(db, idsOf('event'), { known })).map(({ city }) => city),
		...(await projectsById(db, idsOf('project'), { known })).flatMap(({ cities }) => cities)
	];
	return [...new Set(codes.filter((code) => code !== null))];
}
