import type { Picture } from '#geo/regions/picture.ts';
import { shownAt, type LaidLabel } from './layouts.ts';
import type { LabelItem, Placed } from './labels.ts';
import type { Placement } from './projection.ts';
import type { Scene, SceneArea, SceneLink } from './scene.ts';

/**
 * A map that moves is not drawn element by element but sketched on canvases by a worker. What follows is what the worker
 * is told: plain data, as little as will do, since it travels with every day.
 */

/** What a sketch must know of its picture. */
export type SketchPicture = Pick<Picture, 'width' | 'areas' | 'points' | 'extent' | 'projection'>;

/** What stays while a map moves: lengths in px of the page, of which each takes `ratio` px of the screen. */
export type SketchStage = {
	readonly placement: Placement | null;
	readonly width: number;
	readonly height: number;
	readonly ratio: number;
	/** Are the areas sketched too? Not where the live map draws them. */
	readonly land: boolean;
	/** Size of the labels, and of the page's text. */
	readonly em: number;
	readonly rem: number;
	readonly family: string;
	/** Colours by token. */
	readonly colours: Readonly<Record<string, string>>;
};

export type SketchArea = Pick<SceneArea, 'code' | 'step' | 'muted' | 'kinds'>;
export type SketchLink = Pick<SceneLink, 'from' | 'to' | 'weight' | 'visit'>;
/** A name where it stands: `x` and `y` as shares of the picture's width, the offset in em. */
export type SketchLabel = Pick<LabelItem, 'text' | 'kind' | 'x' | 'y' | 'radius'> & Pick<Placed, 'dx' | 'dy' | 'anchor' | 'leader'> & { readonly figure: string | null };

/** What a map shows at one day. */
export type SketchFrame = { readonly areas: readonly SketchArea[]; readonly links: readonly SketchLink[]; readonly labels: readonly SketchLabel[] };

/** What a scene shows on a map so many px wide, its names in the places they have been laid to. */
export function sketchFrame(scene: Scene, labels: readonly LaidLabel[], width: number): SketchFrame {
	return {
		areas: scene.areas.map(({ code, step, muted = false, kinds }) => ({ code, step, muted, kinds: kinds.filter(({ members }) => members > 0) })),
		links: scene.links.map(({ from, to, weight, visit = false }) => ({ from, to, weight, visit })),
		labels: labels.flatMap(({ item: { text, kind, x, y, radius, figure }, places }) => {
			const placed = shownAt(places, width);
			if (!placed) return [];
			const { dx, dy, anchor, leader, bare } = placed;
			return [{ text, kind, x, y, radius, dx, dy, anchor, leader, figure: bare ? null : figure }];
		})
	};
}
