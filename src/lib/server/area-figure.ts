import { citationsOf } from '#db/queries/source.ts';
import type { Locale } from '#domain/locale.ts';
import { publicSource, type PublicSource } from '#domain/public.ts';
import type { RecordType } from '#domain/record.ts';
import { areaFigureText, type AreaFigureId } from '#lib/i18n/area-figure.ts';
import type { AreaView } from '#lib/picture/area-view.ts';
import type { Figure } from '#lib/picture/figure.ts';
import { database } from './atlas.ts';
import type { Reading } from './reading.ts';

/** A figure of an area before it is known where it opens to. */
export type AreaFigure = Omit<Figure, 'href'> & { readonly id: AreaFigureId };

/** Where on the area's page the records are that a figure counts. */
const RECORDS: Readonly<Record<AreaFigureId, string>> = {
	members: '#members',
	cities: '#areas',
	areas: '#areas',
	projects: '#projects',
	districts: '#areas',
	neighbours: '#neighbours'
};

/** The figures of an area, each opening to its definition on the same page, and those definitions. */
export function accounted(figures: readonly AreaFigure[], locale: Locale): Pick<AreaView, 'figures' | 'definitions'> {
	return {
		figures: figures.map(({ id, ...figure }) => ({ ...figure, href: `#about-${id}` })),
		definitions: figures.map(({ id, label }) => ({ id: `about-${id}`, label, ...areaFigureText[locale][id], records: RECORDS[id] }))
	};
}

/** The sources that records of some types cite, each once, in the order of the records. */
export async function sourcesOf({ known }: Pick<Reading, 'known'>, cited: readonly { readonly type: RecordType; readonly ids: readonly string[] }[]): Promise<PublicSource[]> {
	const citations = await Promise.all(cited.map(({ type, ids }) => citationsOf(database(), type, ids, { known })));
	const sources = citations.flatMap((each) => [...each.values()].flat().map(({ source }) => publicSource(source)));
	return [...new Map(sources.map((source) => [source.id, source])).values()];
}
