import type { Fate } from '#domain/difference.ts';
import type { Locale } from '#domain/locale.ts';
import { changeKey } from '../compare/key.ts';
import { valueKey, type KeyItem, type KeyMark, type ValueKey } from '../map/key.ts';
import { outlineLine } from '../map/outline-line.ts';
import { textWidth } from '../map/text-width.ts';
import { escapeXml, short } from './markup.ts';

/** What stands before an entry: SVG markup in a box of 22 by 11. Null: words alone. */
export type LegendEntry = { readonly swatch: string | null; readonly text: string };

const filled = (fill: string, edge = fill): string => `<rect x=".5" y=".5" width="21" height="10" fill="${fill}" stroke="${edge}"/>`;
const disc = (fill: string): string => `<circle cx="11" cy="5.5" r="5.5" fill="${fill}"/>`;
const line = (stroke: string, dashes?: string): string => `<path d="M0 5.5H22" stroke="${stroke}" stroke-width="2"${dashes === undefined ? '' : ` stroke-dasharray="${dashes}"`}/>`;
const striped = '<path d="M.5.5h21v10h-21zM3 10.5l10-10M9 10.5l10-10" fill="none" stroke="var(--line-strong)"/>';

/** The mark of a legend as SVG markup. */
function swatchOf(mark: KeyMark): string {
	switch (mark.of) {
		case 'shade':
			return mark.step === null ? filled('var(--paper)', 'var(--line)') : mark.step === 0 ? filled('var(--c0)', 'var(--line-strong)') : filled(`var(--c${mark.step})`);
		case 'new':
			return filled('var(--c4)');
		case 'less':
		case 'lost':
			return filled(`var(--${mark.of})`);
		case 'hatch':
			return striped;
		case 'arc':
			return line('var(--warm)');
		case 'visit':
			return line('var(--warm)', '4 2');
		case 'kind':
			return disc(`var(--k-${mark.kind})`);
		case 'outline': {
			const { stroke, 'stroke-dasharray': dashes } = outlineLine(mark.index);
			return line(stroke, dashes);
		}
	}
}

const entryOf = ({ mark, text }: KeyItem): LegendEntry => ({ swatch: mark && swatchOf(mark), text });

/** The legend of a map of values as the page shows it; how its classes were made only where they tell it not by themselves. */
export function mapLegend(key: ValueKey, locale: Locale): LegendEntry[][] {
	const [areas = [], ...rest] = valueKey(key, locale);
	const plain = key.classes.method === 'fixed' || key.classes.method === 'each';
	return [areas.filter(({ mark }) => mark !== null || !plain), ...rest].map((items) => items.map(entryOf));
}

/** The legend of a map of changes: what became of how many cities. */
export function changeLegend(fates: readonly { readonly fate: Fate; readonly cities: number }[], locale: Locale): LegendEntry[][] {
	return [changeKey(fates, locale).map(entryOf)];
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
	let row = 0;
	for (const entries of groups) {
		if (entries.length === 0) continue;
		let left = 0;
		for (const { swatch, text } of entries) {
			const room = (swatch === null ? 0 : SWATCH) + textWidth(text) * SIZE;
			if (left > 0 && left + room > width) {
				left = 0;
				row++;
			}
			const top = y + row * LEADING;
			if (swatch !== null) markup += `<g transform="translate(${short(x + left)} ${short(top)})">${swatch}</g>`;
			markup += `<text x="${short(x + left + (swatch === null ? 0 : SWATCH))}" y="${short(top + 10)}" font-size="${SIZE}" fill="var(--ink-2)">${escapeXml(text)}</text>`;
			left += room + GAP;
		}
		row++;
	}
	return { markup, height: row * LEADING };
}
