/** A point in degrees, [longitude, latitude], WGS 84 (CGCS2000 agrees with it to centimetres). */
export type LonLat = readonly [lon: number, lat: number];

/** What a province, a city and a district have in common. */
export type Region = {
	/** Six-digit administrative code, as text: `320200`. */
	readonly adcode: string;
	/** Full Chinese name: 无锡市, 滨湖区, 景宁畲族自治县. */
	readonly zh: string;
	/** Short Chinese name: 无锡, 滨湖; the full one where the short would be another region's (淮安区). */
	readonly zhShort: string;
	/** English name without its kind: Wuxi, Huai'an, Ma'anshan. */
	readonly en: string;
	/** English name that no other region of the 350 has: Suzhou (Jiangsu), Gulou District (Nanjing). */
	readonly enFull: string;
	/** Lower-case reading without spaces, apostrophes or tones, for search: huaian. */
	readonly pinyin: string;
	/** First letters of the reading: ha. */
	readonly initials: string;
	/** Codes of the regions of the same level with which it shares a border, in code order. */
	readonly neighbours: readonly string[];
	/** Where its label stands: inside its largest part, far from every edge and from the large lakes. */
	readonly label: LonLat;
	/** [west, south, east, north] in degrees. */
	readonly box: readonly [west: number, south: number, east: number, north: number];
	/** km², spherical excess on the mean Earth radius, of the generalised boundary: not the official land area. */
	readonly area: number;
};

/** One of the three provinces, or Shanghai. */
export type Province = Region;

/** One of the 41 cities; `province` is a code. Shanghai is 310000 in both lists. */
export type City = Region & { readonly province: string };

/** One of the 305 county-level units; `city` and `province` are codes. */
export type District = City & { readonly city: string };
