import { LineChart } from 'echarts/charts';
import { GridSimpleComponent } from 'echarts/components';
import { init, use, type EChartsType } from 'echarts/core';
import { SVGRenderer } from 'echarts/renderers';
import type { Size } from '#lib/picture/chart/plot.ts';

// Reading by pointer and keyboard is the page's own (Reader.svelte), so ECharts' tooltip and axis pointer stay out.
use([LineChart, GridSimpleComponent, SVGRenderer]);

/** Starts a chart in an element. Only ever imported lazily: ECharts is by far the heaviest part of a chart. */
export function startChart(host: HTMLElement, size: Size): EChartsType {
	const chart = init(host, null, { renderer: 'svg', width: size.width, height: size.height });
	showWhole(host, size);
	return chart;
}

/** Draws at another size from now on. */
export function resizeChart(chart: EChartsType, size: Size): void {
	chart.resize({ width: size.width, height: size.height });
	showWhole(chart.getDom(), size);
}

/** Lets the picture scale with its box as the server's does, by its viewBox: any other way moves glyphs by a pixel. */
function showWhole(host: HTMLElement, { width, height }: Size): void {
	host.querySelector('svg')?.setAttribute('viewBox', `0 0 ${width} ${height}`);
}
