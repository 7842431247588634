import { LineChart } from 'echarts/charts';
import { GridComponent } from 'echarts/components';
import { use, type EChartsCoreOption } from 'echarts/core';
import { openDatabase } from '#db/connection.server.ts';
import { prepare } from '#db/prepare.ts';
import { movements } from '#db/queries/movement.ts';
import { demo } from '#db/seeds/demo.ts';
import { toCube } from '#domain/cube.ts';
import { growthDays, growthOf } from '#domain/growth.ts';
import { MEMBER_KINDS } from '#domain/member.ts';
import { memberText } from '#lib/i18n/member.ts';
import { growthOption } from '#lib/picture/chart/growth.ts';
import { kindBands, type GrowthInput } from '#lib/picture/chart/growth-input.ts';
import { WIDE } from '#lib/picture/chart/plot.ts';
import { drawChart, drawGrowth } from '#lib/server/chart.ts';
import { startServer } from '#tests/server/start.ts';
import type { Figure, Measurement } from './figure.ts';
import { paired } from './median.ts';
import { withStopwatch } from './served.ts';

const PAIRS = 15;
const TODAY = '2026-06-30';

use([LineChart, GridComponent]);

/** What the server draws and loads for the dashboard, on the data of the demonstration. */
export const drawing: Measurement = {
	name: 'drawing',
	about: `the server's own drawing and loading for /, demonstration data; medians of ${PAIRS} pairs`,
	measure: async () => [...(await charts()), ...(await loads())]
};

/** The growth chart beside the plainest one that ECharts draws of the same numbers. */
async function charts(): Promise<Figure[]> {
	const input = await growth();
	const plain: EChartsCoreOption = {
		animation: false,
		xAxis: { type: 'category', data: [...input.days] },
		yAxis: {},
		series: input.bands.map(({ members }) => ({ type: 'line', stack: 'all', areaStyle: {}, showSymbol: false, data: [...members] }))
	};
	const one = await paired(
		PAIRS,
		async () => time(() => drawChart(growthOption(input, WIDE), WIDE)),
		async () => time(() => drawChart(plain, WIDE))
	);
	const both = await paired(
		PAIRS,
		async () => time(() => drawGrowth(input)),
		async () => time(() => drawChart(plain, WIDE))
	);
	return [
		{ what: 'growth chart, one width', unit: 'ms', ...beside(one, 'plain ECharts') },
		{ what: 'growth chart, both widths', unit: 'ms', ...beside(both, 'plain ECharts') }
	];
}

async function growth(): Promise<GrowthInput> {
	const db = openDatabase('sqlite::memory:');
	try {
		await prepare(db, `${TODAY}T04:00:00.000Z`, demo());
		const cube = toCube(await movements(db));
		const series = growthOf(cube, growthDays(cube, TODAY), MEMBER_KINDS.map((kind) => ({ key: kind, slice: { kind } })));
		return { locale: 'zh-CN', days: series.days, bands: kindBands(series, memberText['zh-CN'].kinds), occasions: [], reported: [], at: null };
	} finally {
		await db.destroy();
	}
}

/** What the page loads, as a browser that turns to it fetches it, beside the whole page. */
async function loads(): Promise<Figure[]> {
	const server = await startServer({ demo: true });
	try {
		return await withStopwatch(server, async (stopwatch) => {
			const figures: Figure[] = [];
			for (const how of ['cached', 'fresh'] as const) {
				const load = await paired(PAIRS, () => stopwatch[how]('/__data.json'), () => stopwatch[how]('/'));
				figures.push({ what: `load of / ${how === 'cached' ? 'cached' : 'after a write'}`, unit: 'ms', ...beside(load, 'whole page') });
			}
			return figures;
		});
	} finally {
		await server.stop();
	}
}

function beside({ measured, reference, ratio }: { measured: number; reference: number; ratio: number }, what: string) {
	return { measured, reference: { what, value: reference }, ratio };
}

function time(draw: () => unknown): number {
	const start = performance.now();
	draw();
	return performance.now() - start;
}
