import { listMembers, type ListedMember, type MemberFilter } from '#db/queries/member.ts';
import type { Page } from '#db/queries/page.ts';
import { publicMember, type MemberItem } from '#domain/public.ts';
import { district } from '#geo/regions/district.ts';
import { database } from './atlas.ts';
import type { Reading } from './reading.ts';

/** Rows of a list on a page of its own, and where the list is a part of another page. */
export const ROWS = 100;

/** A listed member as the public may see it. */
export function memberItem({ member, membership, active }: ListedMember): MemberItem {
	const region = member.district === null ? undefined : district(member.district);
	return {
		member: publicMember(member),
		joined: membership?.joined ?? null,
		left: membership?.left ?? null,
		active,
		roles: membership?.roles ?? [],
		district: region ? { zh: region.zh, en: region.en } : null
	};
}

/** Members at the day of the reading, a page at a time. Only those that belong then, unless the filter says otherwise. */
export async function memberItems(
	{ at, known, view }: Reading,
	filter: Omit<MemberFilter, 'at' | 'known'>,
	limit = ROWS
): Promise<Page<MemberItem>> {
	const page = await listMembers(database(), { active: true, ...filter, at, known, after: view.after, limit });
	return { ...page, items: page.items.map(memberItem) };
}
