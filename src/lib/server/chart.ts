import { LineChart } from 'echarts/charts';
import { GridSimpleComponent } from 'echarts/components';
import { init, use, type EChartsCoreOption } from 'echarts/core';
import { SVGRenderer } from 'echarts/renderers';
import { growthOption } from '#lib/picture/chart/growth.ts';
import { isEmptyGrowth, type GrowthInput } from '#lib/picture/chart/growth-input.ts';
import { FONT } from '#lib/picture/chart/line.ts';
import { NARROW, WIDE, type Size } from '#lib/picture/chart/plot.ts';

use([LineChart, GridSimpleComponent, SVGRenderer]);

/** A chart as SVG text for each of the two widths that a page may have. */
export type Drawing = { readonly wide: string; readonly narrow: string };

/**
 * Draws an option as SVG for insertion into a page: no ids, classes, styles or scripts, so that any number of them
 * stand side by side; colours stay the CSS variables of the option; it scales with its box by its viewBox. With
 * `label` it is an image of that name, otherwise hidden from assistive technology, for a frame that carries the words.
 */
export function drawChart(option: EChartsCoreOption, { width, height }: Size, label?: string): string {
	const chart = init(null, null, { renderer: 'svg', ssr: true, width, height });
	try {
		chart.setOption(option);
		return compact(chart.renderToSVGString(), { width, height }, label);
	} finally {
		chart.dispose();
	}
}

/** The growth chart at both widths; null where there is nothing to draw. Some 10 ms for each: cache it with the page. */
export function drawGrowth(input: GrowthInput): Drawing | null {
	if (isEmptyGrowth(input)) return null;
	return { wide: drawChart(growthOption(input, WIDE), WIDE), narrow: drawChart(growthOption(input, NARROW), NARROW) };
}

/** What ECharts writes for its own browser half, and what every mark here has by inheritance or by default. */
const NOISE =
	/ (?:class|ecmeta_\w+|pointer-events|xml:space|stroke-linejoin|stroke-linecap|stroke-miterlimit)="[^"]*"| style="font-size:(\d+)px;font-family:inherit;?"/g;

/**
 * ECharts' SVG without what a page does not need: about half the bytes. Only tags are touched. Text cannot look like
 * one, because ECharts escapes it.
 */
function compact(svg: string, { width, height }: Size, label: string | undefined): string {
	const marks = svg
		.replace(/^<svg[^>]*>|<\/svg>$/g, '')
		.replace(/<style[^>]*>[^]*?<\/style>|<defs[^>]*>[^]*?<\/defs>|<rect [^>]*fill="none"[^>]*><\/rect>|<\/?g[^>]*>/g, '')
		.replace(/<path [^>]*stroke-opacity="0"[^>]*><\/path>|<path (?:(?!stroke=)[^>])*fill="none"(?:(?!stroke=)[^>])*><\/path>/g, '')
		.replace(/<[^>]+>\n?/g, (tag) => shortTag(tag.trimEnd()))
		.replace(/\n/g, '')
		.replace(/<(path|circle)([^>]*)><\/path>/g, '<$1$2/>');
	const name = label === undefined ? 'aria-hidden="true"' : `role="img" aria-label="${escapeAttribute(label)}"`;
	return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" font-size="${FONT}" ${name}>${marks}</svg>`;
}

function shortTag(tag: string): string {
	return asCircle(tag.replace(NOISE, (_, size: string | undefined) => (size === undefined || Number(size) === FONT ? '' : ` font-size="${size}"`)))
		.replace(/^(<text[^>]*?)( y="[-\d.]+")? transform="translate\(([-\d.]+) ([-\d.]+)\)"/, (_, start: string, dy: string | undefined, x: string, y: string) => {
			return `${start} x="${round(x, 2)}" y="${round(String(Number(y) + Number(dy?.slice(4, -1) ?? 0)), 2)}"`;
		})
		.replace(/ d="([^"]*)"/, (_, d: string) => ` d="${shortPath(d)}"`);
}

/** ECharts draws a round symbol as a path of the unit circle, scaled. */
function asCircle(tag: string): string {
	const match = /^<path d="M1 0A1 1 [^"]*" transform="matrix\(([\d.]+),0,0,\1,([-\d.]+),([-\d.]+)\)"/.exec(tag);
	if (!match) return tag;
	const [start, radius, x, y] = match as unknown as [string, string, string, string];
	const rest = tag.slice(start.length).replace(/ stroke-width="([\d.]+)"/, (_, width: string) => ` stroke-width="${round(String(Number(width) * Number(radius)), 2)}"`);
	return `<circle cx="${round(x, 2)}" cy="${round(y, 2)}" r="${radius}"${rest}`;
}

function round(text: string, decimals: number): string {
	return text.replace(/-?\d+\.\d+/g, (number) => String(Number(Number(number).toFixed(decimals))));
}

/** A path in tenths of a pixel, its level and upright runs as H and V, each run once: the bands are nothing else. */
function shortPath(d: string): string {
	const rounded = round(d, 1);
	if (/[^MLZ\d\s.-]/.test(rounded)) return rounded;
	let [x, y] = ['', ''];
	const runs = rounded.replace(/([ML])([-\d.]+) ([-\d.]+)/g, (_, command: string, toX: string, toY: string) => {
		const [fromX, fromY] = [x, y];
		[x, y] = [toX, toY];
		if (command === 'M') return `M${toX} ${toY}`;
		if (toX === fromX && toY === fromY) return '';
		return toY === fromY ? `H${toX}` : toX === fromX ? `V${toY}` : `L${toX} ${toY}`;
	});
	// Going back along the base, ECharts calls at every point it passed on the way out.
	return runs.replace(/(?:H[-\d.]+)+(H[-\d.]+)/g, '$1');
}

function escapeAttribute(text: string): string {
	return text.replace(/[&<>"]/g, (c) => `&#${c.charCodeAt(0)};`);
}
