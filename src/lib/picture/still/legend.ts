import type { Fate } from '#domain/difference.ts';
import type { Locale } from '#domain/locale.ts';
import { MEMBER_KINDS, type MemberKind } from '#domain/member.ts';
import type { Metric } from '#domain/metric.ts';
import { compareText } from '#lib/i18n/compare.ts';
import { mapText } from '#lib/i18n/map.ts';
import { memberText } from '#lib/i18n/member.ts';
import { metricText } from '#lib/i18n/metric.ts';
import { formatNumber } from '#lib/i18n/number.ts';
import { classRanges, type Classes } from '../map/classes.ts';
import { metricNumber } from '../map/metric-number.ts';
import { outlineLine } from '../map/outline-line.ts';
import type { SceneOutline } from '../map/scene.ts';
import { textWidth } from '../map/text-width.ts';
import { escapeXml, short } from './markup.ts';

/** What stands before an entry: SVG markup in a box of 22 by 11. Null: words alone. */
export type LegendEntry = { readonly swatch: string | null; readonly text: string };

const filled = (fill: string, edge = fill): string => `<rect x=".5" y=".5" width="21" height="10" fill="${fill}" stroke="${edge}"/>`;
const disc = (fill: string): string => `<circle cx="11" cy="5.5" r="5.5" fill="${fill}"/>`;
const striped = '<path d="M.5.5h21v10h-21zM3 10.5l10-10M9 10.5l10-10" fill="none" stroke="var(--line-strong)"/>';

export type MapLegend = {
	readonly classes: Classes;
	readonly metric: Metric;
	/** Members on no map because their place is not verified. */
	readonly unplaced: number;
	/** Is the value of some area unknown? */
	readonly unknown: boolean;
	readonly kinds: readonly MemberKind[];
	/** What the arcs mean; null: there are none. */
	readonly arcs: string | null;
	readonly outlines: readonly Pick<SceneOutline, 'name'>[];
};

/** The legend of a map of values: its classes, what is hatched, arcs, outlines, and the kinds in its bubbles. */
export function mapLegend({ classes, metric, unplaced, unknown, kinds, arcs, outlines }: MapLegend, locale: Locale): LegendEntry[][] {
	const words = metricText[locale].metrics[metric];
	const written = (n: number): string => metricNumber(metric, n, locale);
	const text = mapText[locale];
	const first: LegendEntry[] = [
		{ swatch: filled('var(--c0)', 'var(--line-strong)'), text: words.none },
		...classRanges(classes).map(({ step, from, to }) => ({ swatch: filled(`var(--c${step})`), text: words.range(written(from), to === null ? null : written(to)) })),
		...(unknown ? [{ swatch: striped, text: text.legendUnknown }] : []),
		...(unplaced > 0 ? [{ swatch: striped, text: text.legendUnplaced(formatNumber(unplaced, locale)) }] : []),
		...(arcs === null ? [] : [{ swatch: '<path d="M0 5.5H22" stroke="var(--warm)" stroke-width="2"/>', text: arcs }]),
		...outlines.map(({ name }, i) => {
			const { stroke, 'stroke-dasharray': dashes } = outlineLine(i);
			return { swatch: `<path d="M0 5.5H22" stroke="${stroke}" stroke-width="2" stroke-dasharray="${dashes}"/>`, text: name };
		})
	];
	const rings = MEMBER_KINDS.filter((kind) => kinds.includes(kind)).map((kind) => ({ swatch: disc(`var(--k-${kind})`), text: memberText[locale].kinds[kind] }));
	return rings.length > 0 ? [first, [{ swatch: null, text: text.legendBubble }, ...rings]] : [first];
}

const FATE_FILL: Readonly<Record<Fate, string>> = { new: 'var(--c4)', more: 'var(--c3)', same: 'var(--c1)', less: 'var(--less)', lost: 'var(--lost)', none: 'var(--c0)' };

/** The legend of a map of changes: what became of how many cities. */
export function changeLegend(fates: readonly { readonly fate: Fate; readonly cities: number }[], locale: Locale): LegendEntry[][] {
	const t = compareText[locale];
	return [fates.map(({ fate, cities }) => ({ swatch: filled(FATE_FILL[fate], fate === 'none' ? 'var(--line-strong)' : FATE_FILL[fate]), text: t.legendCities(t.fates[fate], formatNumber(cities, locale)) }))];
}

/** The legend of bands: a disc of its colour before each name. */
export function bandLegend(bands: readonly { readonly name: string; readonly color: string }[]): LegendEntry[][] {
	return [bands.map(({ name, color }) => ({ swatch: disc(color), text: name }))];
}

const SIZE = 13;
const LEADING = 22;
const SWATCH = 28;
const GAP = 18;

/** Legends as markup from the upper left at (x, y), in lines no wider than `width`, and the height they take. */
export function drawLegend(groups: readonly (readonly LegendEntry[])[], { x, y, width }: { x: number; y: number; width: number }): { markup: string; height: number } {
	let markup = '';
	let line = 0;
	for (const entries of groups) {
		if (entries.length === 0) continue;
		let left = 0;
		for (const { swatch, text } of entries) {
			const room = (swatch === null ? 0 : SWATCH) + textWidth(text) * SIZE;
			if (left > 0 && left + room > width) {
				left = 0;
				line++;
			}
			const top = y + line * LEADING;
			if (swatch !== null) markup += `<g transform="translate(${short(x + left)} ${short(top)})">${swatch}</g>`;
			markup += `<text x="${short(x + left + (swatch === null ? 0 : SWATCH))}" y="${short(top + 10)}" font-size="${SIZE}" fill="var(--ink-2)">${escapeXml(text)}</text>`;
			left += room + GAP;
		}
		line++;
	}
	return { markup, height: line * LEADING };
}
