/** SVG path data in tenths of a picture unit, to be drawn inside `<g transform="scale(.1)">`. */
export type PathData = string;

/** A map prepared at build time: Web Mercator, 800 units wide, y downwards. Keys are codes. */
export type Picture = {
	readonly width: number;
	readonly height: number;
	/** `geoMercator().scale(scale).translate(translate)` (centre 0, 0) maps degrees to picture units. */
	readonly projection: { readonly scale: number; readonly translate: readonly [number, number] };
	/** The subject's areas: cities of the region or of a province, districts of a city. */
	readonly areas: Readonly<Record<string, PathData>>;
	/** Province borders within the frame, and the outer edge of the subject. */
	readonly borders: { readonly province: PathData; readonly outline: PathData };
	/** Cities around the subject, clipped to the frame; drawn faint. Empty for the region. */
	readonly context: Readonly<Record<string, PathData>>;
	/** Water within the frame, clipped to it. `label` in picture units. */
	readonly water: { readonly lakes: readonly PictureLake[]; readonly rivers: readonly PictureRiver[] };
	/** Where each area's label stands, in picture units. */
	readonly points: Readonly<Record<string, readonly [x: number, y: number]>>;
	/** Box of each area in picture units: left, top, right, bottom. */
	readonly extent: Readonly<Record<string, readonly [x0: number, y0: number, x1: number, y1: number]>>;
};

export type PictureRiver = { readonly id: string; readonly zh: string; readonly en: string; readonly d: PathData };
export type PictureLake = PictureRiver & { readonly label: readonly [x: number, y: number] };
