import type { Day } from '#domain/day.ts';
import type { Bilingual } from '#domain/locale.ts';
import type { MemberKind } from '#domain/member.ts';
import type { PackedCube } from '#domain/packed-cube.ts';
import type { PartialDay } from '#domain/partial-day.ts';
import type { Adcode } from '#domain/place.ts';
import type { ProjectCategory, ProjectStatus } from '#domain/project.ts';
import type { MemberItem, PublicEvent } from '#domain/public.ts';
import type { Qualifier } from '#domain/reported-total.ts';

/** Members of one kind that joined through an event on a day, from one city (null: not verified). */
export type BatchCell = { readonly on: Day; readonly city: Adcode | null; readonly kind: MemberKind; readonly members: number };

export type BatchFacts = { readonly event: Pick<PublicEvent, 'id' | 'title' | 'short' | 'city' | 'held'>; readonly cells: readonly BatchCell[] };

export type ReportedFacts = {
	readonly on: Day;
	readonly qualifier: Qualifier;
	readonly value: number;
	readonly source: { readonly publisher: Bilingual; readonly published: PartialDay } | null;
};

export type GroupFacts = { readonly id: string; readonly name: Bilingual; readonly areas: readonly Adcode[] };

/** Projects counted alike: since when (null: always), of which status and category, and in which cities. */
export type ProjectCell = {
	readonly since: Day | null;
	readonly status: ProjectStatus | null;
	readonly category: ProjectCategory;
	readonly cities: readonly Adcode[];
	readonly projects: number;
};

/** A project that brings cities together: its own, those of its members, and the seat where the alliance takes part. */
export type LinkFacts = { readonly id: string; readonly since: Day | null; readonly category: ProjectCategory; readonly cities: readonly Adcode[] };

/** What a row of a list shows of an event, and of a member without a verified place. */
export type EventFacts = Pick<PublicEvent, 'id' | 'kind' | 'title' | 'held' | 'city' | 'venue'>;
export type UnplacedFacts = Pick<MemberItem, 'joined' | 'left' | 'roles'> & { readonly member: Pick<MemberItem['member'], 'id' | 'name' | 'kind'> };

/**
 * Everything a dashboard is made of at any of its stops: what travels once, so that a reader can move through time
 * without asking again. Counts are exact at the stops.
 */
export type DashboardFacts = {
	readonly today: Day;
	readonly stops: readonly Day[];
	readonly members: PackedCube;
	/** Of the districts that region groups name, which is all the dashboard needs of districts. */
	readonly districts: PackedCube;
	readonly batches: readonly BatchFacts[];
	readonly reported: readonly ReportedFacts[];
	readonly groups: readonly GroupFacts[];
	readonly projects: readonly ProjectCell[];
	readonly links: readonly LinkFacts[];
	readonly seat: Adcode | null;
	/** From each `from` on until `until` (null: still), every province had a member. */
	readonly allProvinces: readonly { readonly from: Day; readonly until: Day | null }[];
	/** The newest events, and members without a verified place, as far as a page lists them. */
	readonly events: readonly EventFacts[];
	readonly unplaced: readonly UnplacedFacts[];
};
