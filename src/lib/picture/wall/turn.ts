import type { Instant } from '#domain/instant.ts';
import type { Day } from '#domain/day.ts';
import type { Fate } from '#domain/difference.ts';
import type { MemberKind } from '#domain/member.ts';
import type { Metric } from '#domain/metric.ts';
import type { Picture } from '#geo/regions/picture.ts';
import type { Sentence } from '#lib/i18n/sentence.ts';
import type { Figure } from '../figure.ts';
import type { Classes } from '../map/classes.ts';
import type { Scene } from '../map/scene.ts';
import type { Part } from '../part.ts';
import type { Sheet } from './arrange.ts';

/** A text that may stand in another language than the page: `lang` null where it is the page's. */
export type Worded = { readonly text: string; readonly lang: 'zh-CN' | null };

/** A map on the wall. `picture` null: that of the whole region, which the browser has already. */
export type WallMap = {
	readonly picture: Picture | null;
	readonly scene: Scene;
	/** Members counted that are on no map, their place not being verified. */
	readonly unplaced: number;
	readonly legend:
		| {
				readonly of: 'values';
				readonly metric: Metric;
				readonly classes: Classes;
				readonly kinds: readonly MemberKind[];
				/** What the arcs mean; null: there are none. */
				readonly arcs: string | null;
		  }
		| { readonly of: 'changes'; readonly fates: readonly { readonly fate: Fate; readonly cities: number }[] };
};

/** The growth chart as the server drew it, as SVG text; null: there is nothing to draw. */
export type WallGrowth = {
	readonly drawing: string | null;
	/** The chart in words. */
	readonly label: string;
	readonly bands: readonly { readonly name: string; readonly color: string; readonly members: number }[];
	readonly hasReported: boolean;
};

export type WallMember = { readonly id: string; readonly name: Worded; readonly kind: MemberKind; readonly place: string | null };

export type WallEvent = { readonly id: string; readonly when: string; readonly title: Worded; readonly kind: string; readonly place: string | null; readonly summary: Worded | null };

/** A list whose items may be more than fit; `total` counts them all, and so does its title. */
export type WallList<T> = { readonly title: string; readonly items: readonly T[]; readonly total: number };

/** One view of the wall, as plain data. What a sheet has no place for is null. */
export type WallView = {
	readonly sheet: Sheet;
	readonly title: Worded;
	/** The time it speaks of, where that is not the day of the wall. */
	readonly time: string | null;
	readonly words: Sentence;
	readonly figures: readonly Figure[];
	readonly map: WallMap | null;
	readonly growth: WallGrowth | null;
	readonly members: WallList<WallMember> | null;
	readonly events: WallList<WallEvent> | null;
};

/** One turn of the playlist: what is shown, how long, and where a phone finds the same. */
export type Turn = {
	readonly seconds: number;
	readonly caption: string | null;
	readonly view: Part<WallView>;
	/** The page of the site with the same content, and its QR code as path data in a square of `size` modules. */
	readonly phone: { readonly href: string; readonly d: string; readonly size: number } | null;
};

/** Everything the wall shows until the record changes. */
export type Wall = {
	readonly turns: readonly Turn[];
	/** The day it speaks of, which moves on at midnight unless the address names one. */
	readonly at: Day;
	/** Grows stale as soon as the server tells another one. */
	readonly stamp: string;
	/** When it was read. */
	readonly served: Instant;
};
