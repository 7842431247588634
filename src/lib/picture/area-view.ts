import type { KindMembers } from '#domain/cube.ts';
import type { Day } from '#domain/day.ts';
import type { Bilingual } from '#domain/locale.ts';
import type { ProjectStatus } from '#domain/project.ts';
import type { MemberItem, ProjectItem, PublicEvent, PublicGroup, PublicSource } from '#domain/public.ts';
import type { Picture } from '#geo/regions/picture.ts';
import type { Sentence } from '#lib/i18n/sentence.ts';
import type { Figure } from './figure.ts';
import type { Classes } from './map/classes.ts';
import type { Scene } from './map/scene.ts';
import type { Part } from './part.ts';

/** A map on a page. `picture` null: that of the whole region, which the reader's browser has already. */
export type MapView = { readonly picture: Picture | null; readonly scene: Scene; readonly classes: Classes; readonly unplaced: number };

/** An area beside or within another, with its members. */
export type AreaRow = { readonly href: string; readonly name: string; readonly members: number };

/** Everything the page of a province, city, district or region group shows. */
export type AreaView = {
	readonly level: 'province' | 'city' | 'district' | 'group';
	readonly code: string;
	readonly name: string;
	readonly trail: readonly { readonly href: string; readonly text: string }[];
	readonly until: Day;
	readonly sentence: Sentence;
	readonly figures: readonly Figure[];
	/** What each figure means, by the anchor that it opens to, and where on the page the records are that it counts. */
	readonly definitions: readonly { readonly id: string; readonly label: string; readonly definition: string; readonly formula: string; readonly records: string }[];
	readonly mapHint: string;
	readonly map: Part<MapView>;
	/** The region with lines to the cities that projects connect this one to; null: none, or not a city. */
	readonly reach: Part<{ readonly scene: Scene } | null> | null;
	readonly kinds: readonly KindMembers[];
	readonly subareas: readonly AreaRow[];
	readonly neighbours: readonly AreaRow[];
	readonly groups: readonly { readonly id: string; readonly name: Bilingual }[];
	readonly members: Part<{ readonly items: readonly MemberItem[]; readonly total: number; readonly next: string | null }>;
	/** Null for a district: projects name cities. */
	readonly projects: Part<{
		readonly items: readonly ProjectItem[];
		readonly total: number;
		readonly next: string | null;
		readonly counts: readonly { readonly status: ProjectStatus | null; readonly projects: number }[];
	}> | null;
	readonly events: Part<readonly PublicEvent[]> | null;
	/** Of the members and projects listed. */
	readonly sources: Part<readonly PublicSource[]>;
	/** By what document the scope was laid down; null where it is the administrative division. */
	readonly scope: (Pick<PublicGroup, 'asOf' | 'remark'> & { readonly sources: readonly PublicSource[] }) | null;
};
