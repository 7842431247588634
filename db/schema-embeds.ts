/** One embed that never changes again, a row: its bytes as they were. */
export interface FrozenEmbedTable {
	id: string;
	/** The address it was frozen from, without origin. */
	address: string;
	label: string;
	/** The day it shows. */
	shown_day: string;
	html: string;
	svg: string;
	/** Base64. */
	png: string;
	created_at: string;
	created_by: string;
}

/** One site that shows one embed, a row. Of who looks nothing is kept. */
export interface EmbedUseTable {
	/** The site's origin. */
	host: string;
	/** The embed's path below `/embed/`. */
	path: string;
	/** Days. */
	first_seen: string;
	last_seen: string;
	loads: number;
	/** px, as last told. */
	width: number | null;
	height: number | null;
	errors: number;
	last_error: string | null;
	last_error_seen: string | null;
}

/** The tables of embeds by name. */
export interface EmbedTables {
	frozen_embed: FrozenEmbedTable;
	embed_use: EmbedUseTable;
}
