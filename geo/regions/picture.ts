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

/** What a script must know of a picture whose lines are in the document already: all but its path data. */
export type PictureFrame = Pick<Picture, 'width' | 'height' | 'projection' | 'points' | 'extent'> & {
	readonly water: { readonly lakes: readonly Omit<PictureLake, 'd'>[]; readonly rivers: readonly Omit<PictureRiver, 'd'>[] };
};

/** The path data of a picture; lakes and rivers in the order of its frame. */
export type PictureLines = Pick<Picture, 'areas' | 'borders' | 'context'> & { readonly lakes: readonly PathData[]; readonly rivers: readonly PathData[] };

/** A picture without its path data. */
export function frameOf({ width, height, projection, points, extent, water }: Picture): PictureFrame {
	return {
		width,
		height,
		projection,
		points,
		extent,
		water: { lakes: water.lakes.map(({ id, zh, en, label }) => ({ id, zh, en, label })), rivers: water.rivers.map(({ id, zh, en }) => ({ id, zh, en })) }
	};
}

/** The path data of a picture. */
export function linesOf({ areas, borders, context, water }: Picture): PictureLines {
	return { areas, borders, context, lakes: water.lakes.map(({ d }) => d), rivers: water.rivers.map(({ d }) => d) };
}

/** The picture of a frame and its lines. Throws where the lines are not of the frame. */
export function pictureOf(frame: PictureFrame, { areas, borders, context, lakes, rivers }: PictureLines): Picture {
	const drawn = (lines: readonly PathData[], i: number): PathData => {
		const d = lines[i];
		if (d === undefined) throw new Error('These lines are of another picture');
		return d;
	};
	return {
		...frame,
		areas,
		borders,
		context,
		water: {
			lakes: frame.water.lakes.map((lake, i) => ({ ...lake, d: drawn(lakes, i) })),
			rivers: frame.water.rivers.map((river, i) => ({ ...river, d: drawn(rivers, i) }))
		}
	};
}
