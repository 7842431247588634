import type { FeatureCollection } from 'geojson';
import type { TableName } from '#lib/i18n/open-data.ts';
import type { PaletteName } from '#lib/picture/palette.ts';
import type { Figure } from '#lib/picture/figure.ts';
import type { Table, Wording } from './table.ts';

/** A table of a view, made when it is asked for. */
export type TableSource = { readonly name: TableName; readonly make: (wording: Wording) => Table | Promise<Table> };

/** A view as it leaves the site: what its page says in words and figures, its tables, its picture and its areas. */
export type ViewExport = {
	/** Of a file: `cities-320200`. */
	readonly file: string;
	/** Of the page that shows it, without language. */
	readonly path: string;
	readonly title: string;
	/** The view in one sentence. */
	readonly sentence: string;
	readonly figures: readonly Figure[];
	/** The first is the one that stands for the view where only one can. */
	readonly tables: readonly [TableSource, ...TableSource[]];
	/** The picture as a whole SVG; null: there is nothing to draw. */
	readonly drawing: ((palette: PaletteName) => Promise<string | null>) | null;
	readonly features: (() => FeatureCollection | Promise<FeatureCollection>) | null;
};
