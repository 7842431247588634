import { expect, type Page } from '@playwright/test';

/** The sums that a dashboard shows: its figure, the unplaced, and what its map, its tables and its chart add up to. */
export type Sums = {
	readonly figure: number;
	readonly unplaced: number;
	readonly map: number;
	readonly table: number;
	readonly kinds: number;
	readonly provinces: number;
	readonly chart: number;
};

/** Reads them from the page as it stands. */
export function sums(page: Page): Promise<Sums> {
	return page.evaluate(() => {
		const number = (text: string | null | undefined): number => Number(/\d[\d,]*/.exec(text ?? '')?.[0].replaceAll(',', '') ?? 0);
		const total = (texts: (string | null | undefined)[]): number => texts.reduce((sum, text) => sum + number(text), 0);
		const column = (table: Element | null, n: number) => [...(table?.querySelectorAll('tbody tr') ?? [])].map((row) => row.children[n]?.textContent);
		const tables = [...document.querySelectorAll('main table')];
		const named = (...names: string[]) => tables.find((table) => names.includes(table.getAttribute('aria-label') ?? '')) ?? null;
		const section = (...names: string[]) => [...document.querySelectorAll('main section')].find((each) => names.includes(each.querySelector('h2')?.textContent ?? '')) ?? null;
		const note = document.querySelector('main dl .note')?.textContent ?? '';
		return {
			figure: number(document.querySelector('main dl .value')?.textContent),
			unplaced: Number(/(\d[\d,]*)\s*(?:家地点待核实|not placed)/.exec(note)?.[1]?.replaceAll(',', '') ?? 0),
			map: total(
				[...document.querySelectorAll('main a[data-code]')].map((area) => /(?:成员\s*|: )(\d[\d,]*)(?:\s*家|\s*members?)/.exec(area.getAttribute('aria-label') ?? '')?.[1])
			),
			table: [...(section('各市一览', 'City by city')?.querySelectorAll('table') ?? [])].reduce((sum, table) => sum + total(column(table, 1)), 0),
			kinds: total(column(named('成员类别', 'Members by kind'), 2)),
			provinces: total(column(named('覆盖进度', 'Coverage'), 3)),
			chart: total([...(section('成员增长', 'How membership grew')?.querySelectorAll('figcaption li b') ?? [])].map((b) => b.textContent))
		};
	});
}

/** Map, chart and tables say the same number of members, all of them or all that have a place. `at` names the view where they do not. */
export function expectAgree({ figure, unplaced, ...rest }: Sums, at: string): void {
	expect({ at, ...rest }).toEqual({ at, map: figure - unplaced, table: figure - unplaced, kinds: figure, provinces: figure - unplaced, chart: figure });
}

/** The members of each city by its code, from the map and from the table. */
export function byCity(page: Page): Promise<{ map: Record<string, number>; table: Record<string, number> }> {
	return page.evaluate(() => {
		const read = (pairs: (readonly [string, number])[]) => Object.fromEntries(pairs.filter(([, n]) => n > 0));
		const number = (text: string | null | undefined): number => Number(/\d[\d,]*/.exec(text ?? '')?.[0].replaceAll(',', '') ?? 0);
		const areas = [...document.querySelectorAll<HTMLElement>('main a[data-code]')];
		const rows = [...document.querySelectorAll('main section:has(#table) tbody tr')];
		return {
			map: read(areas.map((area) => [area.dataset.code ?? '', number(/(?:成员\s*|: )(\d[\d,]*)(?:\s*家|\s*members?)/.exec(area.getAttribute('aria-label') ?? '')?.[1])])),
			table: read(rows.map((row) => [/\/cities\/(\d{6})/.exec(row.querySelector('a')?.getAttribute('href') ?? '')?.[1] ?? '', number(row.children[1]?.textContent)]))
		};
	});
}
