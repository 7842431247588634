import type { MemberKind } from '#domain/member.ts';
import type { Adcode, Point } from '#domain/place.ts';
import type { OpenStage } from '#domain/prospect.ts';

/** Class of a value: 0 is none, 4 the most; null where the value is unknown, which is hatched, never drawn as none. */
export type Step = 0 | 1 | 2 | 3 | 4 | null;

/** What sets an area apart from its shade where two days are compared: newly covered, fewer members, none any more. */
export type Mark = 'new' | 'less' | 'lost';

/** Members of one kind in an area, for its bubble. */
export type KindCount = { readonly kind: MemberKind; readonly members: number };

/** One slice of a bubble: members of a kind, or prospects in a stage, whose name it brings along. */
export type SliceCount = KindCount | { readonly kind: OpenStage; readonly name: string; readonly members: number };

/** One area of a picture: a city of the region or of a province, a district of a city. */
export type SceneArea = {
	readonly code: Adcode;
	/** Short name for the label: 无锡, Wuxi. */
	readonly name: string;
	/** Where a click or Enter leads; null: nowhere. */
	readonly href: string | null;
	/** What the shade stands for; null: unknown. */
	readonly value: number | null;
	readonly step: Step;
	/** Drawn in place of the shade. */
	readonly mark?: Mark;
	/** Everything the area says, as one accessible name: 无锡市：成员 7 家（研究院所 3 家、园区 4 家）. */
	readonly title: string;
	/** Slices of the bubble, in the order of MEMBER_KINDS or OPEN_STAGES; empty: no bubble. */
	readonly kinds: readonly SliceCount[];
	/** For typing a name on the keyboard: wuxi, wx. */
	readonly pinyin: string;
	readonly initials: string;
	/** Codes of the bordering areas, for the arrow keys. */
	readonly neighbours: readonly Adcode[];
	/** What stands behind the name on the map; left out: the value, where it is above 0. */
	readonly figure?: string | null;
	/** The value in words, for the tooltip; left out: the value is members. */
	readonly said?: string;
	/** Outside the subject, such as a city that is not in the group shown. */
	readonly muted?: boolean;
};

/** A line round a set of areas, such as a region group; `d` is path data in tenths of a picture unit. */
export type SceneOutline = { readonly id: string; readonly name: string; readonly d: string };

/** A relation between two places, drawn as an arc. `weight` is the number of relations in it, at least 1. */
export type SceneLink = {
	readonly from: Adcode | Point;
	readonly to: Adcode | Point;
	readonly label: string;
	readonly href: string | null;
	readonly weight: number;
	/** Only visits, no project: drawn dashed. */
	readonly visit?: boolean;
};

/** A member whose point is known. */
export type SceneDot = { readonly point: Point; readonly kind: MemberKind; readonly name: string; readonly href: string };

/** What a map shows on top of a picture; plain data, so that it may travel in a page. */
export type Scene = {
	readonly areas: readonly SceneArea[];
	readonly outlines: readonly SceneOutline[];
	readonly links: readonly SceneLink[];
	readonly dots: readonly SceneDot[];
	/** The map in one sentence: its accessible name. */
	readonly caption: string;
	/** The view it belongs to in one sentence: its accessible description. */
	readonly description?: string;
};
