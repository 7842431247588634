import type { MemberKind } from '#domain/member.ts';
import type { Adcode } from '#domain/place.ts';
import { openDataText } from '#lib/i18n/open-data.ts';
import { isEmptyGrowth, totalAt, type GrowthInput } from '#lib/picture/chart/growth-input.ts';
import { growthWords } from '#lib/picture/chart/growth-reading.ts';
import { growthOption } from '#lib/picture/chart/growth.ts';
import { WIDE } from '#lib/picture/chart/plot.ts';
import { dashboardGrowth } from '#lib/picture/dashboard/growth.ts';
import { bandLegend } from '#lib/picture/still/legend.ts';
import { chartBody, still } from '#lib/picture/still/sheet.ts';
import { drawChart } from '../chart.ts';
import type { Reading } from '../reading.ts';
import { kindGrowthColumns, provinceGrowthColumns, totalGrowthColumns, type BandDay } from './area-columns.ts';
import { dashboardSaid } from './view-dashboard.ts';
import { tableOf } from './table.ts';
import type { ViewExport } from './view.ts';
import { stillWords, type Asked } from './words.ts';

/** The growth chart's input up to the day of the reading: what the dashboard draws under the same filters. */
export async function growthSaid(reading: Reading) {
	const { at, locale, view, today } = reading;
	const { facts, now, cube, figures } = await dashboardSaid(reading);
	const input = dashboardGrowth({ ...facts, cube, today, at, locale, view, scope: now.scope });
	return { input, figures, days: input.days.filter((day) => day <= at) };
}

/** Members by band at the end of each day; bands by province have a null key where the place is not verified. */
export function bandDays({ bands, days }: Pick<GrowthInput, 'bands' | 'days'>, until: string): BandDay[] {
	return bands.flatMap(({ key, members }) =>
		days.flatMap((day, i) => (day > until ? [] : [{ day, key: key === 'none' ? null : (key as MemberKind | Adcode), members: members[i] ?? 0 }]))
	);
}

/** The growth of the members as it leaves the site: the chart of the dashboard, by itself. */
export async function growthExport(asked: Asked): Promise<ViewExport> {
	const { locale, view, at } = asked.reading;
	const { input, figures, days } = await growthSaid(asked.reading);
	const { tables, growth: title } = openDataText[locale];
	const sentence = growthWords(input);
	return {
		file: 'growth',
		path: '/',
		title,
		sentence,
		figures,
		tables: [
			{ name: 'growth', make: (wording) => tableOf('growth', tables.growth, view.by === 'kind' ? kindGrowthColumns : provinceGrowthColumns, bandDays(input, at), wording) },
			{ name: 'totals', make: (wording) => tableOf('totals', tables.totals, totalGrowthColumns, days.map((day, i) => ({ day, total: totalAt(input, i) })), wording) }
		],
		drawing: async (palette) => {
			if (isEmptyGrowth(input)) return null;
			const body = chartBody(drawChart(growthOption(input, WIDE), WIDE), WIDE);
			return still(await stillWords(asked, { path: '/', title, sentence, map: false }, palette), body, bandLegend(input.bands));
		},
		features: null
	};
}
