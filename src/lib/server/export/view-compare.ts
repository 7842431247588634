import { listMemberChanges } from '#db/queries/member-change.ts';
import { fateOf, MOVES } from '#domain/difference.ts';
import type { MemberItem } from '#domain/public.ts';
import { regionPicture } from '#geo/regions/region-picture.ts';
import { compareSentence, compareText } from '#lib/i18n/compare.ts';
import { openDataText } from '#lib/i18n/open-data.ts';
import { plainText } from '#lib/i18n/sentence.ts';
import { compareFigures } from '#lib/picture/compare/figures.ts';
import { differenceScene, fateCounts } from '#lib/picture/compare/scene.ts';
import { changeLegend } from '#lib/picture/still/legend.ts';
import { mapBody, still } from '#lib/picture/still/sheet.ts';
import { database } from '../atlas.ts';
import { comparison } from '../compare.ts';
import { memberItem } from '../member-list.ts';
import { changedAreaColumns, changedKindColumns } from './area-columns.ts';
import { every } from './every.ts';
import { areaFeatures } from './features.ts';
import { areaIdentity } from './properties.ts';
import { memberColumns } from './record-columns.ts';
import { tableOf, type Column } from './table.ts';
import type { ViewExport } from './view.ts';
import { stillWords, type Asked } from './words.ts';

type Moved = MemberItem & { readonly move: (typeof MOVES)[number] };

const movedColumns: readonly Column<Moved>[] = [{ code: 'move', value: ({ move }) => move, said: ({ move }, locale) => compareText[locale].moves[move] }, ...memberColumns];

/** Two days side by side as they leave the site. */
export async function compareExport(asked: Asked): Promise<ViewExport> {
	const { reading } = asked;
	const { locale, known } = reading;
	const { difference, moves, projects, view, at } = await comparison({ ...reading, view: { ...reading.view, after: null } });
	const { from, to, members, covered } = difference;
	const fates = fateCounts(difference);
	const count = (fate: 'new' | 'lost'): number => fates.find((row) => row.fate === fate)?.cities ?? 0;
	const sentence = plainText(
		compareSentence({ from, to, members, joined: moves.joined, left: moves.left, newCities: count('new'), lostCities: count('lost'), provinces: covered.provinces }, locale)
	);
	const { title } = compareText[locale];
	const { tables } = openDataText[locale];
	const moved = async (): Promise<Moved[]> => {
		const lists = [];
		for (const move of MOVES) lists.push((await every((start) => listMemberChanges(database(), { from, to, move, known, ...start }))).map((item) => ({ ...memberItem(item), move })));
		return lists.flat();
	};
	const said: Asked = { ...asked, reading: { ...reading, view: { ...reading.view, at: view.at, from, to } } };
	return {
		file: `compare-${from}-${to}`,
		path: '/compare',
		title,
		sentence,
		figures: compareFigures(difference, moves, projects, locale),
		tables: [
			{ name: 'cities', make: (wording) => tableOf('cities', tables.cities, changedAreaColumns, difference.cities, wording) },
			{ name: 'provinces', make: (wording) => tableOf('provinces', tables.provinces, changedAreaColumns, difference.provinces, wording) },
			{ name: 'kinds', make: (wording) => tableOf('kinds', tables.kinds, changedKindColumns, difference.kinds, wording) },
			{ name: 'moved', make: async (wording) => tableOf('moved', tables.moved, movedColumns, await moved(), wording) }
		],
		drawing: async (palette) => {
			const scene = differenceScene(difference, locale, view);
			const words = await stillWords(said, { path: '/compare', title, sentence, at }, palette);
			return still({ ...words, description: scene.caption }, mapBody(regionPicture, scene, locale), changeLegend(fates, locale));
		},
		features: () =>
			areaFeatures(difference.cities.map((row) => ({ ...areaIdentity(row.code), from: row.from, to: row.to, change: row.to - row.from, fate: fateOf(row) })))
	};
}
