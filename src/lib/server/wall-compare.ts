import type { Subject } from '#domain/playlist.ts';
import { compareSentence, compareText } from '#lib/i18n/compare.ts';
import { formatDay } from '#lib/i18n/date.ts';
import { formatNumber } from '#lib/i18n/number.ts';
import { compareFigures } from '#lib/picture/compare/figures.ts';
import { differenceScene, fateCounts } from '#lib/picture/compare/scene.ts';
import type { WallView } from '#lib/picture/wall/turn.ts';
import { comparison } from './compare.ts';
import type { Reading } from './reading.ts';
import { memberList } from './wall-area.ts';

/** Two days side by side: the sentence, the changes, their map, and who joined. */
export async function compareOnWall(reading: Reading, { days }: Extract<Subject, { kind: 'compare' }>): Promise<WallView> {
	const { locale, view } = reading;
	const [from, to] = days ?? [view.from, view.to];
	const { difference, moves, projects, lists, view: shown } = await comparison({ ...reading, view: { ...view, from, to, after: null } });
	const t = compareText[locale];
	const fates = fateCounts(difference);
	const count = (name: 'new' | 'lost'): number => fates.find(({ fate }) => fate === name)?.cities ?? 0;
	const { members, covered } = difference;
	return {
		sheet: 'full',
		title: { text: t.title, lang: null },
		time: t.fromTo(formatDay(difference.from, locale), formatDay(difference.to, locale)),
		words: compareSentence(
			{
				from: difference.from,
				to: difference.to,
				members,
				joined: moves.joined,
				left: moves.left,
				newCities: count('new'),
				lostCities: count('lost'),
				provinces: covered.provinces
			},
			locale
		),
		figures: compareFigures(difference, moves, projects, locale),
		map: {
			picture: null,
			scene: differenceScene(difference, locale, shown),
			unplaced: difference.unplaced.to,
			legend: { of: 'changes', fates }
		},
		growth: null,
		members: lists.joined.ok ? memberList(`${t.moves.joined} ${formatNumber(moves.joined, locale)}`, lists.joined.value, locale) : null,
		events: null
	};
}
