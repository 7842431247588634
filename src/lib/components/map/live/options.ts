import type { Locale } from '#domain/locale.ts';
import type { Adcode } from '#domain/place.ts';
import type { Picture } from '#geo/regions/picture.ts';
import type { District } from '#geo/regions/region.ts';
import type { Placement, XY } from '#lib/picture/map/projection.ts';
import type { SceneArea } from '#lib/picture/map/scene.ts';

/** What a live map needs, and what it reports. */
export type LiveOptions = {
	/** An empty element with the box of the drawing. */
	readonly container: HTMLElement;
	readonly picture: Picture;
	readonly areas: readonly SceneArea[];
	readonly locale: Locale;
	/** Where the picture lies now; null while it lies as drawn. Called in the frame in which the map moves. */
	readonly onplace: (placement: Placement | null) => void;
	/** The area under the pointer, and the pointer as shares of the box. */
	readonly onhover: (code: Adcode | null, at: XY) => void;
	/** A click on an area; `aside`: into a new tab. */
	readonly onpick: (code: Adcode, aside: boolean) => void;
	/** The districts' names, once they are near enough to be read. */
	readonly ondistricts: (regions: readonly District[]) => void;
};

/** A running live map. */
export type Live = {
	/** Zooms by steps of half a level, to the middle; `held` by a pointer, the wheel zooms too until it leaves. */
	zoom(steps: number, held: boolean): void;
	/** Back to the whole picture. */
	reset(): void;
	/** New values of the same areas. */
	paint(areas: readonly SceneArea[]): void;
	/** Brings a place (picture units) into view if it is outside. */
	reveal(point: XY): void;
	destroy(): void;
};
