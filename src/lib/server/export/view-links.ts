import { regionPicture } from '#geo/regions/region-picture.ts';
import { linksText } from '#lib/i18n/links.ts';
import { openDataText } from '#lib/i18n/open-data.ts';
import { mapBody, still } from '#lib/picture/still/sheet.ts';
import { linksView } from '../links.ts';
import { relationColumns } from './area-columns.ts';
import { lineFeatures } from './features.ts';
import { tableOf } from './table.ts';
import type { ViewExport } from './view.ts';
import { stillWords, type Asked } from './words.ts';

const line = (dashes: string): string => `<path d="M0 5.5H22" stroke="var(--warm)" stroke-width="2"${dashes}/>`;

/** The links between cities as they leave the site. */
export async function linksExport(asked: Asked): Promise<ViewExport> {
	const { locale } = asked.reading;
	const { relations, sentence, scene } = await linksView(asked.reading);
	const t = linksText[locale];
	return {
		file: 'links',
		path: '/links',
		title: t.title,
		sentence,
		figures: [],
		tables: [{ name: 'links', make: (wording) => tableOf('links', openDataText[locale].tables.links, relationColumns, relations, wording) }],
		drawing: async (palette) => {
			const words = await stillWords(asked, { path: '/links', title: t.title, sentence }, palette);
			const legend = [[{ swatch: line(''), text: t.legend }, { swatch: line(' stroke-dasharray="4 4"'), text: t.legendVisit }]];
			return still({ ...words, description: scene.caption }, mapBody(regionPicture, scene, locale), legend);
		},
		features: () =>
			lineFeatures(relations.map(({ from, to, projectIds, visitIds }) => ({ from, to, projects: projectIds.length, visits: visitIds.length, projectIds, visitIds })))
	};
}
