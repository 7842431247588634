import type { Basis } from '#domain/record.ts';
import type { Locale } from '#domain/locale.ts';
import { writePartialDay, type PartialDay } from '#domain/partial-day.ts';
import type { MemberItem, PublicEvent, PublicGroup, PublicMembership, PublicPartner, PublicProject, PublicSource, PublicTotal } from '#domain/public.ts';
import { eventText } from '#lib/i18n/event.ts';
import { figureText } from '#lib/i18n/figure.ts';
import { memberText } from '#lib/i18n/member.ts';
import { openDataText } from '#lib/i18n/open-data.ts';
import { overviewText } from '#lib/i18n/overview.ts';
import { projectText } from '#lib/i18n/project.ts';
import { placeName } from '../place-name.ts';
import { bilingualColumns, joined, type Column } from './table.ts';

const day = (value: PartialDay | null): string | null => (value === null ? null : writePartialDay(value) || null);
const basis = (value: Basis) => ({ value, said: (locale: Locale): string => memberText[locale].basis[value] });
const place = (code: string | null, locale: Locale): string | null => (code === null ? null : placeName(code, locale, 'short'));
const yes = (value: boolean, locale: Locale): string => openDataText[locale].yesNo[value ? 'yes' : 'no'];

type Common = { readonly remark: PublicSource['remark']; readonly citations: PublicSource['citations'] };

/** What every record ends with: its remark, and the sources behind it. */
function foot<Row>(of: (row: Row) => Common): Column<Row>[] {
	return [
		...bilingualColumns<Row>('remark_zh', 'remark_en', (row) => of(row).remark),
		{ code: 'source_ids', value: (row) => joined([...new Set(of(row).citations.map(({ sourceId }) => sourceId))]) || null }
	];
}

export const memberColumns: readonly Column<MemberItem>[] = [
	{ code: 'id', value: ({ member }) => member.id },
	...bilingualColumns<MemberItem>('name_zh', 'name_en', ({ member }) => member.name),
	{ code: 'aliases', value: ({ member }) => joined(member.aliases) || null },
	{ code: 'kind', value: ({ member }) => member.kind, said: ({ member }, locale) => memberText[locale].kind[member.kind] },
	{ code: 'kind_basis', value: ({ member }) => member.kindBasis, said: ({ member }, locale) => basis(member.kindBasis).said(locale) },
	{ code: 'city', value: ({ member }) => member.city },
	{ code: 'city_name', value: ({ member }) => place(member.city, 'zh-CN'), said: ({ member }, locale) => place(member.city, locale) },
	{ code: 'city_basis', value: ({ member }) => member.cityBasis, said: ({ member }, locale) => basis(member.cityBasis).said(locale) },
	{ code: 'district', value: ({ member }) => member.district },
	{ code: 'district_name', value: ({ member }) => place(member.district, 'zh-CN'), said: ({ member }, locale) => place(member.district, locale) },
	{ code: 'district_basis', value: ({ member }) => member.districtBasis, said: ({ member }, locale) => basis(member.districtBasis).said(locale) },
	{ code: 'longitude', value: ({ member }) => member.point?.lon ?? null },
	{ code: 'latitude', value: ({ member }) => member.point?.lat ?? null },
	{ code: 'joined', value: (row) => day(row.joined) },
	{ code: 'left', value: (row) => day(row.left) },
	{ code: 'active', value: ({ active }) => active, said: ({ active }, locale) => yes(active, locale) },
	{ code: 'roles', value: ({ roles }) => joined(roles) || null, said: ({ roles }, locale) => joined(roles.map((role) => memberText[locale].roles[role])) || null },
	{ code: 'website', value: ({ member }) => member.website },
	{ code: 'credit_code', value: ({ member }) => member.creditCode },
	...foot<MemberItem>(({ member }) => member)
];

export const membershipColumns: readonly Column<PublicMembership>[] = [
	{ code: 'id', value: ({ id }) => id },
	{ code: 'member_id', value: ({ memberId }) => memberId },
	{ code: 'event_id', value: ({ eventId }) => eventId },
	{ code: 'joined', value: (row) => day(row.joined) },
	{ code: 'joined_basis', value: ({ joinedBasis }) => joinedBasis, said: ({ joinedBasis }, locale) => basis(joinedBasis).said(locale) },
	{ code: 'left', value: (row) => day(row.left) },
	{ code: 'roles', value: ({ roles }) => joined(roles) || null, said: ({ roles }, locale) => joined(roles.map((role) => memberText[locale].roles[role])) || null },
	...foot<PublicMembership>((row) => row)
];

export const projectColumns: readonly Column<PublicProject>[] = [
	{ code: 'id', value: ({ id }) => id },
	...bilingualColumns<PublicProject>('title_zh', 'title_en', ({ title }) => title),
	{ code: 'category', value: ({ category }) => category, said: ({ category }, locale) => projectText[locale].categories[category] },
	{ code: 'status', value: ({ status }) => status, said: ({ status }, locale) => projectText[locale].statuses[status ?? 'unknown'] },
	{ code: 'since', value: ({ since }) => day(since) },
	{ code: 'signed', value: ({ signed }) => day(signed) },
	{ code: 'ended', value: ({ ended }) => day(ended) },
	{ code: 'amount_cny', value: ({ amountCny }) => amountCny },
	{ code: 'by_alliance', value: ({ byAlliance }) => byAlliance, said: ({ byAlliance }, locale) => yes(byAlliance, locale) },
	{ code: 'cities', value: ({ cities }) => joined(cities) || null },
	{ code: 'city_names', value: ({ cities }) => joined(cities.map((code) => placeName(code, 'zh-CN', 'short'))) || null, said: ({ cities }, locale) => joined(cities.map((code) => placeName(code, locale, 'short'))) || null },
	{ code: 'member_ids', value: ({ memberIds }) => joined(memberIds) || null },
	{ code: 'partner_ids', value: ({ partnerIds }) => joined(partnerIds) || null },
	...foot<PublicProject>((row) => row)
];

export const eventColumns: readonly Column<PublicEvent>[] = [
	{ code: 'id', value: ({ id }) => id },
	{ code: 'event_kind', value: ({ kind }) => kind, said: ({ kind }, locale) => eventText[locale].kinds[kind] },
	...bilingualColumns<PublicEvent>('title_zh', 'title_en', ({ title }) => title),
	{ code: 'held', value: ({ held }) => day(held) },
	{ code: 'city', value: ({ city }) => city },
	{ code: 'city_name', value: ({ city }) => place(city, 'zh-CN'), said: ({ city }, locale) => place(city, locale) },
	...bilingualColumns<PublicEvent>('venue_zh', 'venue_en', ({ venue }) => venue),
	...bilingualColumns<PublicEvent>('summary_zh', 'summary_en', ({ summary }) => summary),
	...foot<PublicEvent>((row) => row)
];

export const partnerColumns: readonly Column<PublicPartner>[] = [
	{ code: 'id', value: ({ id }) => id },
	...bilingualColumns<PublicPartner>('name_zh', 'name_en', ({ name }) => name),
	{ code: 'aliases', value: ({ aliases }) => joined(aliases) || null },
	{ code: 'kind', value: ({ kind }) => kind, said: ({ kind }, locale) => memberText[locale].kind[kind] },
	...bilingualColumns<PublicPartner>('seat_zh', 'seat_en', ({ seat }) => seat),
	{ code: 'seat_basis', value: ({ seatBasis }) => seatBasis, said: ({ seatBasis }, locale) => basis(seatBasis).said(locale) },
	{ code: 'website', value: ({ website }) => website },
	...foot<PublicPartner>((row) => row)
];

export const sourceColumns: readonly Column<PublicSource>[] = [
	{ code: 'id', value: ({ id }) => id },
	...bilingualColumns<PublicSource>('title_zh', 'title_en', ({ title }) => title),
	...bilingualColumns<PublicSource>('publisher_zh', 'publisher_en', ({ publisher }) => publisher),
	{ code: 'published', value: ({ published }) => day(published) },
	{ code: 'url', value: ({ url }) => url },
	...foot<PublicSource>((row) => row)
];

export const groupColumns: readonly Column<PublicGroup>[] = [
	{ code: 'id', value: ({ id }) => id },
	...bilingualColumns<PublicGroup>('name_zh', 'name_en', ({ name }) => name),
	{ code: 'areas', value: ({ areas }) => joined(areas) },
	{ code: 'as_of', value: ({ asOf }) => day(asOf) },
	...foot<PublicGroup>((row) => row)
];

export const totalColumns: readonly Column<PublicTotal>[] = [
	{ code: 'id', value: ({ id }) => id },
	{ code: 'metric', value: ({ metric }) => metric, said: ({ metric }, locale) => figureText[locale].metrics[metric] },
	{ code: 'on', value: ({ on }) => on },
	{ code: 'qualifier', value: ({ qualifier }) => qualifier, said: ({ qualifier }, locale) => overviewText[locale].qualifiers[qualifier] || null },
	{ code: 'value', value: ({ value }) => value },
	...foot<PublicTotal>((row) => row)
];

/** A source as cited for a field of a record; an empty field means the whole. */
export type CitationRow = { readonly type: string; readonly id: string; readonly field: string; readonly sourceId: string };

export const citationColumns: readonly Column<CitationRow>[] = [
	{ code: 'record_type', value: ({ type }) => type },
	{ code: 'record_id', value: ({ id }) => id },
	{ code: 'field', value: ({ field }) => field || null },
	{ code: 'source_id', value: ({ sourceId }) => sourceId }
];
