import type { Member } from '../member.ts';
import type { Membership } from '../membership.ts';
import { writePartialDay, type PartialDay } from '../partial-day.ts';
import type { Point } from '../place.ts';
import type { Basis, Citation } from '../record.ts';
import type { Draft } from './draft.ts';
import type { FoundPlace } from './place.ts';
import type { Value } from './value.ts';
import type { Datum } from './vocabulary.ts';

/** Turns coordinates of another datum into WGS-84, degrees in and out. */
export type ToWgs84 = (point: Point, datum: Datum) => Point;

/** What a column of members says of a member and one of its memberships; what `readCell` would read of the export. */
export function memberValue(column: string, member: Member, membership: Membership | null): Value {
	switch (column) {
		case 'id':
			return member.id;
		case 'membershipId':
			return membership?.id ?? null;
		case 'name':
			return member.name.zh;
		case 'nameEn':
			return member.name.en;
		case 'aliases':
			return listOrNull(member.aliases);
		case 'city':
			return member.city === null ? null : { city: member.city, district: null };
		case 'district':
			return member.city === null || member.district === null ? null : { city: member.city, district: member.district };
		case 'kind':
		case 'kindBasis':
		case 'cityBasis':
		case 'districtBasis':
		case 'website':
		case 'creditCode':
			return member[column];
		case 'joined':
		case 'left':
		case 'joinedBasis':
			return membership?.[column] ?? null;
		case 'event':
			return membership?.eventId ?? null;
		case 'roles':
			return listOrNull(membership?.roles ?? []);
		case 'lon':
		case 'lat':
			return member.point?.[column] ?? null;
		case 'datum':
			return member.point === null ? null : 'wgs84';
		case 'sources':
			return listOrNull(member.citations.map(citationText));
		case 'remark':
			return member.remark?.zh ?? null;
		case 'note':
			return member.internalNote;
		default:
			return null;
	}
}

export function listOrNull(list: readonly string[]): readonly string[] | null {
	return list.length === 0 ? null : list;
}

export function citationText({ sourceId, field }: Citation): string {
	return field ? `${sourceId}@${field}` : sourceId;
}

export function citationOf(text: string): Citation {
	const at = text.indexOf('@');
	return at < 0 ? { sourceId: text, field: '' } : { sourceId: text.slice(0, at), field: text.slice(at + 1) };
}

/** The member as a row would have it; nothing is checked. `before` is what stands there; null: it is made by the row. */
export function memberAfter(draft: Draft, before: Member | null, id: string, toWgs84: ToWgs84): object {
	const said = <T>(column: string, otherwise: T): T => (draft.has(column) ? (draft.get(column) as T) : otherwise);
	const place = said<FoundPlace | null>('city', before?.city ? { city: before.city, district: null } : null);
	const city = place?.city ?? null;
	const moved = city !== (before?.city ?? null);
	const kept = !moved && before?.district ? { city: before.city as string, district: before.district } : null;
	const district = (draft.has('district') ? (draft.get('district') as FoundPlace | null) : kept)?.district ?? null;
	const nameEn = said<string | null>('nameEn', before?.name.en ?? null);
	const remark = said<string | null>('remark', before?.remark?.zh ?? null);
	const kind = said('kind', before?.kind);
	return {
		...before,
		id,
		name: { zh: draft.get('name') ?? before?.name.zh, en: nameEn },
		aliases: said('aliases', before?.aliases ?? []) ?? [],
		kind,
		kindBasis: basis(said('kindBasis', null), before?.kindBasis, kind === before?.kind, (kind ?? null) !== null),
		city,
		cityBasis: basis(said('cityBasis', null), before?.cityBasis, !moved, city !== null),
		district,
		districtBasis: basis(said('districtBasis', null), before?.districtBasis, !moved && district === (before?.district ?? null), district !== null),
		point: pointAfter(draft, before, toWgs84),
		website: said('website', before?.website ?? null),
		creditCode: said('creditCode', before?.creditCode ?? null),
		citations: draft.has('sources') ? ((draft.get('sources') ?? []) as readonly string[]).map(citationOf) : (before?.citations ?? []),
		remark: remark === null ? null : { zh: remark, en: before?.remark?.en ?? null },
		internalNote: said('note', before?.internalNote ?? null)
	};
}

/** How a fact is known: as the row says, as before where the fact is as before, else by the workbook itself. */
function basis(said: Basis | null, before: Basis | undefined, same: boolean, isKnown: boolean): Basis {
	if (!isKnown) return 'unknown';
	return said ?? (same && before !== undefined ? before : 'stated');
}

function pointAfter(draft: Draft, before: Member | null, toWgs84: ToWgs84): Point | null {
	if (!draft.has('lon') && !draft.has('lat')) return before?.point ?? null;
	const [lon, lat, datum] = ['lon', 'lat', 'datum'].map((column) => draft.get(column) ?? null) as [number | null, number | null, Datum | null];
	if (lon === null || lat === null || datum === null) return null;
	return datum === 'wgs84' ? { lon, lat } : toWgs84({ lon, lat }, datum);
}

/** The membership as a row would have it, in the form that its schema reads; nothing is checked. */
export function membershipAfter(draft: Draft, before: Membership | null, id: string, memberId: string): object {
	const said = <T>(column: string, otherwise: T): T => (draft.has(column) ? (draft.get(column) as T) : otherwise);
	const joined = (draft.get('joined') ?? before?.joined ?? null) as PartialDay | null;
	const left = said<PartialDay | null>('left', before?.left ?? null);
	const isSame = before !== null && joined !== null && writePartialDay(joined) === writePartialDay(before.joined);
	return {
		...before,
		id,
		memberId,
		eventId: said('event', before?.eventId ?? null),
		joined: joined === null ? '' : writePartialDay(joined),
		joinedBasis: basis(said('joinedBasis', null), before?.joinedBasis, isSame, joined !== null),
		left: left === null ? null : writePartialDay(left),
		roles: said('roles', before?.roles ?? []) ?? []
	};
}
