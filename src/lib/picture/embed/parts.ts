import { inLocale, type Locale } from '#domain/locale.ts';
import type { MemberItem } from '#domain/public.ts';
import { writeView, type View } from '#domain/view.ts';
import { linkTo, localePath } from '#lib/i18n/address.ts';
import { chartText } from '#lib/i18n/chart.ts';
import { commonText } from '#lib/i18n/common.ts';
import { formatPartialDayShort } from '#lib/i18n/date.ts';
import { embedText } from '#lib/i18n/embed.ts';
import { mapText } from '#lib/i18n/map.ts';
import { memberText } from '#lib/i18n/member.ts';
import { metricText } from '#lib/i18n/metric.ts';
import { formatNumber } from '#lib/i18n/number.ts';
import { spokenDay, type GrowthInput } from '../chart/growth-input.ts';
import { growthRows, readGrowth } from '../chart/growth-reading.ts';
import type { Figure } from '../figure.ts';
import { classRanges, type Classes } from '../map/classes.ts';
import { metricNumber } from '../map/metric-number.ts';
import { escape, link, text } from './markup.ts';

/** The classes of a map in words, with what is on no map. */
export function legend(classes: Classes, { locale, metric, unplaced, unknown }: { locale: Locale; metric: View['metric']; unplaced: number; unknown: boolean }): string {
	const words = metricText[locale].metrics[metric];
	const written = (n: number): string => metricNumber(metric, n, locale);
	const ranges = classRanges(classes).map(({ step, from, to }) => `<li><i class="c${step}"></i>${escape(words.range(written(from), to === null ? null : written(to)))}</li>`);
	return [
		`<ul aria-label="${escape(mapText[locale].legend)}"><li><i class="none"></i>${escape(words.none)}</li>`,
		...ranges,
		unknown ? `<li><i class="hatch"></i>${escape(mapText[locale].legendUnknown)}</li>` : '',
		unplaced > 0 ? `<li><i class="hatch"></i>${escape(mapText[locale].legendUnplaced(formatNumber(unplaced, locale)))}</li>` : '',
		'</ul>'
	].join('');
}

/** One row of a table: an area with its page, and what its columns say. */
export type Row = { readonly href: string; readonly name: string; readonly cells: readonly string[] };

/** A table one click away; `columns` names the first column and the others. */
export function table(locale: Locale, columns: readonly string[], rows: readonly Row[], code: readonly string[] = []): string {
	const head = columns.map((name, i) => `<th scope="col"${i > 0 ? ' class="num"' : ''}>${escape(name)}</th>`).join('');
	const body = rows
		.map(({ href, name, cells }, i) => `<tr${code[i] ? ` data-row="${code[i]}"` : ''}><th scope="row">${link(href, escape(name))}</th>${cells.map((cell) => `<td class="num">${escape(cell)}</td>`).join('')}</tr>`)
		.join('');
	return folded(embedText[locale].table, `<table><thead><tr>${head}</tr></thead><tbody>${body}</tbody></table>`);
}

/** What opens at a click; it scrolls in itself, so that a frame of fixed height holds it, and so takes the keyboard. */
function folded(summary: string, inside: string): string {
	return `<details><summary>${escape(summary)}</summary><div class="scroll" tabindex="0" role="group" aria-label="${escape(summary)}">${inside}</div></details>`;
}

/** The bands of a growth chart with their members at its day. */
export function growthLegend(input: GrowthInput): string {
	const { members } = readGrowth(input, spokenDay(input));
	const bands = input.bands.map(({ name, key }, i) => `<li><i class="b-${escape(key)}"></i>${escape(name)}<b>${formatNumber(members[i] ?? 0, input.locale)}</b></li>`);
	return `<ul>${bands.join('')}${input.reported.length > 0 ? `<li><i class="ring"></i>${escape(chartText[input.locale].reported)}</li>` : ''}</ul>`;
}

/** The rules that colour the bands of a legend. */
export function growthLegendRules({ bands }: GrowthInput): string {
	return bands.map(({ key, color }) => `.b-${key}{background:${color}}`).join('');
}

/** The numbers of a growth chart, one click away. */
export function growthTable(input: GrowthInput): string {
	const { locale } = input;
	const t = chartText[locale];
	const head = [t.date, t.recorded, t.events].map((name, i) => `<th scope="col"${i === 1 ? ' class="num"' : ''}>${escape(name)}</th>`).join('');
	const body = growthRows(input)
		.map(({ on, total, occasions, reported }) => {
			const said = [...occasions.map(({ title, joined }) => `${title} ${t.joined(joined)}`), ...reported.map((mark) => t.reportedMark(t.reportedValue(mark.qualifier, mark.value), mark.publisher))];
			return `<tr><th scope="row">${on}</th><td class="num">${formatNumber(total, locale)}</td><td>${said.map(escape).join('<br>')}</td></tr>`;
		})
		.join('');
	return folded(t.table, `<table><thead><tr>${head}</tr></thead><tbody>${body}</tbody></table>`);
}

/** Figures, each a way to its definition and the records counted. */
export function figures(list: readonly Figure[], locale: Locale, view: View): string {
	const items = list.map(({ label, value, of, note, href, view: filters, reported, qualifier }) => {
		const number = `${qualifier ? `<small>${escape(qualifier)} </small>` : ''}${escape(value)}${of ? ` <small>${escape(of)}</small>` : ''}`;
		const inside = href && href.startsWith('/') ? link(linkTo(href, locale, view, filters ?? {}), number, `aria-label="${escape(`${label} ${qualifier ? `${qualifier} ` : ''}${value}${of ? ` ${of}` : ''}`)}"`) : number;
		return `<div${reported ? ' class="reported"' : ''}><dt>${escape(label)}</dt><dd>${inside}${note ? `<p>${escape(note)}</p>` : ''}</dd></div>`;
	});
	return `<dl>${items.join('')}</dl>`;
}

/** Members with kind and day of joining, each a way to its page. */
export function members(items: readonly MemberItem[], locale: Locale, view: View, placeOf: (item: MemberItem) => string | null): string {
	const rows = items.map((item) => {
		const { member, joined } = item;
		const said = [memberText[locale].kind[member.kind], placeOf(item), joined && formatPartialDayShort(joined, locale)].filter(Boolean) as string[];
		return `<li>${link(linkTo(`/members/${member.id}`, locale, view), text(inLocale(member.name, locale), locale === 'en' && member.name.en === null ? 'zh-CN' : null))}<small>${said.map(escape).join(' · ')}</small></li>`;
	});
	return rows.length === 0 ? `<p>${escape(embedText[locale].nothing)}</p>` : `<ol>${rows.join('')}</ol>`;
}

/** The attribution of a map, its approval number in it. */
export function boundaries(locale: Locale): string {
	return `${commonText[locale].attribution}${locale === 'en' ? '; ' : '；'}${commonText[locale].waterAttribution}`;
}

/** The page of all sources, as known. */
export function sourcesPage(locale: Locale, { at, known, theme }: Pick<View, 'at' | 'known' | 'theme'>): string {
	return localePath(`/sources${writeView({ at, known, theme })}`, locale);
}

