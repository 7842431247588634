import type { Event } from './event.ts';
import type { Bilingual } from './locale.ts';
import type { Member } from './member.ts';
import type { Membership, Role } from './membership.ts';
import type { PartialDay } from './partial-day.ts';
import type { Partner } from './partner.ts';
import type { Project } from './project.ts';
import type { RegionGroup } from './region-group.ts';
import type { ReportedTotal } from './reported-total.ts';
import type { Source } from './source.ts';

/**
 * What the public may see of each record. This is the one place that decides: every page, export and answer takes its
 * records through these functions. They name what passes, so that a field added later stays inside until it is named.
 */

function pick<T extends object, K extends keyof T>(record: T, keys: readonly K[]): Pick<T, K> {
	return Object.fromEntries(keys.map((key) => [key, record[key]])) as Pick<T, K>;
}

const MEMBER = ['id', 'name', 'aliases', 'kind', 'kindBasis', 'city', 'cityBasis', 'district', 'districtBasis', 'point', 'website', 'creditCode', 'remark', 'citations'] as const;
const MEMBERSHIP = ['id', 'memberId', 'eventId', 'joined', 'joinedBasis', 'left', 'roles', 'remark', 'citations'] as const;
const EVENT = ['id', 'kind', 'title', 'short', 'held', 'city', 'venue', 'summary', 'remark', 'citations'] as const;
const PROJECT = ['id', 'title', 'category', 'status', 'since', 'signed', 'ended', 'amountCny', 'byAlliance', 'cities', 'memberIds', 'partnerIds', 'remark', 'citations'] as const;
const PARTNER = ['id', 'name', 'aliases', 'kind', 'seat', 'seatBasis', 'website', 'remark', 'citations'] as const;
const SOURCE = ['id', 'title', 'publisher', 'published', 'url', 'remark', 'citations'] as const;
const TOTAL = ['id', 'metric', 'on', 'qualifier', 'value', 'remark', 'citations'] as const;
const GROUP = ['id', 'name', 'short', 'areas', 'asOf', 'remark', 'citations'] as const;

export type PublicMember = Pick<Member, (typeof MEMBER)[number]>;
export type PublicMembership = Pick<Membership, (typeof MEMBERSHIP)[number]>;
export type PublicEvent = Pick<Event, (typeof EVENT)[number]>;
export type PublicProject = Pick<Project, (typeof PROJECT)[number]>;
export type PublicPartner = Pick<Partner, (typeof PARTNER)[number]>;
export type PublicSource = Pick<Source, (typeof SOURCE)[number]>;
export type PublicTotal = Pick<ReportedTotal, (typeof TOTAL)[number]>;
export type PublicGroup = Pick<RegionGroup, (typeof GROUP)[number]>;

export const publicMember = (member: Member): PublicMember => pick(member, MEMBER);
export const publicMembership = (membership: Membership): PublicMembership => pick(membership, MEMBERSHIP);
export const publicEvent = (event: Event): PublicEvent => pick(event, EVENT);
export const publicProject = (project: Project): PublicProject => pick(project, PROJECT);
export const publicPartner = (partner: Partner): PublicPartner => pick(partner, PARTNER);
export const publicSource = (source: Source): PublicSource => pick(source, SOURCE);
export const publicGroup = (group: RegionGroup): PublicGroup => pick(group, GROUP);

/** A reported total passes only when it is marked public; otherwise null. */
export const publicTotal = (total: ReportedTotal): PublicTotal | null => (total.isPublic ? pick(total, TOTAL) : null);

/** A member as a row of a list: with the membership that counts at the day of the page. */
export type MemberItem = {
	readonly member: PublicMember;
	readonly joined: PartialDay | null;
	readonly left: PartialDay | null;
	readonly active: boolean;
	readonly roles: readonly Role[];
	/** The district's name; cities are named by their code. */
	readonly district: Bilingual | null;
};

/** A project as a row of a list, its parties by name. */
export type ProjectItem = {
	readonly project: PublicProject;
	readonly members: readonly { readonly id: string; readonly name: Bilingual }[];
	readonly partners: readonly { readonly id: string; readonly name: Bilingual }[];
};
