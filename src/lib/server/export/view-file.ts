import { SHAPE_TYPES, type Shape } from '#domain/shape.ts';
import { citeApa, citeGbt } from '#lib/i18n/citation.ts';
import { commonText } from '#lib/i18n/common.ts';
import { openDataText } from '#lib/i18n/open-data.ts';
import type { Figure } from '#lib/picture/figure.ts';
import { png } from './png.ts';
import { sourcesById } from '#db/queries/source.ts';
import { publicSource } from '#domain/public.ts';
import { database } from '../atlas.ts';
import { toCsv } from './csv.ts';
import { sourceColumns } from './record-columns.ts';
import { sourcesTable } from './record-rows.ts';
import { tableOf, toObjects, type Table } from './table.ts';
import type { ViewExport } from './view.ts';
import { pageAddress, publisherName, type Asked } from './words.ts';
import { toWorkbook } from './workbook.ts';
import { LICENCE } from '#domain/licence.ts';
import type { PaletteName } from '#lib/picture/palette.ts';

/** How a file is asked for, beside the view. */
export type FileOptions = {
	/** Headings and values by code, not in words. */
	readonly codes: boolean;
	/** Which table, where only one can be: its name. */
	readonly table: string | null;
	/** Of a PNG, in pixels. */
	readonly width: number;
	readonly palette: PaletteName;
};

/** A file made of a view. `name` is what it is saved as. */
export type ViewFile = { readonly body: string | Buffer; readonly type: string; readonly name: string };

/** The view has no such table; `tables` are those it has. */
export class UnknownTable extends Error {
	override readonly name = 'UnknownTable';
	readonly tables: readonly string[];

	constructor(tables: readonly string[]) {
		super(`there is no such table; there are ${tables.join(', ')}`);
		this.tables = tables;
	}
}

/** A view in one of its shapes; null where there is nothing to draw. Throws `UnknownTable`, `TooManyRows`, `TooBusy`. */
export async function viewFile(asked: Asked, view: ViewExport, shape: Shape, options: FileOptions): Promise<ViewFile | null> {
	const body = await bodyOf(asked, view, shape, options);
	return body === null ? null : { body, type: SHAPE_TYPES[shape], name: `${view.file}.${shape}` };
}

async function bodyOf(asked: Asked, view: ViewExport, shape: Shape, options: FileOptions): Promise<string | Buffer | null> {
	const { locale } = asked.reading;
	switch (shape) {
		case 'csv': {
			const source = options.table === null ? view.tables[0] : view.tables.find(({ name }) => name === options.table);
			if (!source) throw new UnknownTable(view.tables.map(({ name }) => name));
			return toCsv(await source.make({ locale, codes: options.codes }));
		}
		case 'json':
			return JSON.stringify(await asJson(asked, view));
		case 'xlsx':
			return toWorkbook(await workbook(asked, view, options.codes));
		case 'geojson':
			return view.features && JSON.stringify(await view.features());
		case 'svg':
			return view.drawing && view.drawing(options.palette);
		case 'png': {
			const svg = view.drawing && (await view.drawing(options.palette));
			return svg && png(svg, options.width);
		}
	}
}

/** A figure in words, as its page shows it. */
function figureOf({ label, qualifier, value, of, note, reported }: Figure) {
	return { label, qualifier: qualifier ?? null, value, of: of ?? null, note: note ?? null, reported: reported ?? false };
}

async function about(asked: Asked, view: ViewExport) {
	const { locale, at, today } = asked.reading;
	const url = pageAddress(asked, view.path);
	const cited = { publisher: await publisherName(asked.reading), title: view.title, at, read: today, url };
	return {
		address: url,
		licence: LICENCE,
		attribution: `${commonText[locale].attribution} · ${commonText[locale].waterAttribution}`,
		citation: { gbt7714: citeGbt(cited), apa: citeApa(cited) }
	};
}

async function asJson(asked: Asked, view: ViewExport) {
	const { locale, at, view: asView } = asked.reading;
	const tables = [];
	for (const { name, make } of view.tables) tables.push([name, toObjects(await make({ locale, codes: true }))] as const);
	return {
		view: view.file,
		language: locale,
		at,
		known: asView.known,
		title: view.title,
		sentence: view.sentence,
		figures: view.figures.map(figureOf),
		...(await about(asked, view)),
		tables: Object.fromEntries(tables)
	};
}

/** The sheets of a workbook: what the view is, its tables, and the sources of what they list. */
async function workbook(asked: Asked, view: ViewExport, codes: boolean): Promise<Table[]> {
	const { locale } = asked.reading;
	const tables: Table[] = [];
	for (const { make } of view.tables) tables.push(await make({ locale, codes }));
	return [await notes(asked, view), ...tables, ...(view.tables.some(({ name }) => name === 'sources') ? [] : [await sources(asked, tables, codes)])];
}

async function notes(asked: Asked, view: ViewExport): Promise<Table> {
	const { locale, at, view: asView } = asked.reading;
	const t = openDataText[locale];
	const { address, attribution, citation } = await about(asked, view);
	return {
		name: 'notes',
		title: t.notes,
		columns: [
			{ code: 'field', label: view.title },
			{ code: 'words', label: view.sentence }
		],
		rows: [
			...view.figures.map((figure) => [figure.label, [figure.qualifier, figure.value, figure.of].filter(Boolean).join(' ') + (figure.note ? `（${figure.note}）` : '')]),
			[t.view, `${commonText[locale].dataAsOf(at)}${asView.known ? ` · ${t.knownBy(asView.known)}` : ''}`],
			[t.address, address],
			[t.licence, `${t.licenceText} ${LICENCE.url}`],
			[t.attribution, attribution],
			[t.cite, citation.gbt7714],
			[`${t.cite} (APA)`, citation.apa]
		]
	};
}

async function sources(asked: Asked, tables: readonly Table[], codes: boolean): Promise<Table> {
	const { locale, known } = asked.reading;
	const cited = new Set(
		tables.flatMap(({ columns, rows }) => {
			const column = columns.findIndex(({ code }) => code === 'source_ids');
			return column < 0 ? [] : rows.flatMap((row) => (typeof row[column] === 'string' ? row[column].split('; ') : []));
		})
	);
	if (cited.size === 0) return sourcesTable(asked.reading).make({ locale, codes });
	const found = (await sourcesById(database(), [...cited], { known })).map(publicSource);
	return tableOf('sources', openDataText[locale].tables.sources, sourceColumns, found, { locale, codes });
}
