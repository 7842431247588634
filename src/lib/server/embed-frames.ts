import type { Embed } from '#domain/embed.ts';
import type { Day } from '#domain/day.ts';
import { formatDay } from '#lib/i18n/date.ts';
import { dashboardAt } from '#lib/picture/dashboard/dashboard.ts';
import { fillOf } from '#lib/picture/embed/map.ts';
import { fullName } from '#lib/picture/map/member-areas.ts';
import { cities } from '#geo/regions/city.ts';
import { dashboardOf, mapLegend, mapRow, mapScene } from './embed-content.ts';
import { whenOf } from './embed-credits.ts';
import type { Reading } from './reading.ts';

/** One area on one day: its class, the figure behind its name (empty: none), and which of the words it says. */
type FrameArea = readonly [fill: string, figure: string, said: number];

/** A map on one day, as far as another day differs. */
export type EmbedFrame = {
	readonly day: string;
	readonly areas: readonly FrameArea[];
	/** The cells of the table, by the order of its areas. */
	readonly cells: readonly (readonly string[])[];
	readonly texts: { readonly sentence: string; readonly when: string };
	/** Markup of the legend. */
	readonly legend: string;
};

/** A map at every day on which something changes: what its script moves through. */
export type EmbedFrames = {
	readonly days: readonly Day[];
	/** The place in `days` of the day of the address. */
	readonly now: number;
	readonly names: readonly (readonly [code: string, name: string])[];
	readonly said: readonly string[];
	readonly frames: readonly EmbedFrame[];
};

/** What the map of an address shows at any of its days. */
export async function mapFrames({ hide }: Pick<Embed, 'hide'>, reading: Reading): Promise<EmbedFrames> {
	const { asked } = await dashboardOf(reading);
	const { locale } = reading;
	const colon = locale === 'en' ? ': ' : '：';
	const names = cities.map((region) => [region.adcode, fullName(region, locale)] as const);
	const said: string[] = [];
	const saidAt = (words: string): number => {
		if (!said.includes(words)) said.push(words);
		return said.indexOf(words);
	};
	const frames = asked.facts.stops.map((at): EmbedFrame => {
		const then = { ...reading, at };
		const now = dashboardAt(asked, at, reading.view);
		const { scene, classes, description } = mapScene({ asked, now }, then);
		const areas = names.map(([code, name]): FrameArea => {
			const area = scene.areas.find((known) => known.code === code);
			if (!area) return ['c0', '', saidAt('')];
			const words = area.title.startsWith(name) ? area.title.slice(name.length) : `${colon}${area.title}`;
			const figure = area.muted ? null : area.figure === undefined ? ((area.value ?? 0) > 0 ? String(area.value) : null) : area.figure;
			return [fillOf(area), figure ?? '', saidAt(words)];
		});
		return {
			day: formatDay(at, locale),
			areas,
			cells: names.map(([code]) => {
				const row = now.rows.find((known) => known.code === code);
				return row ? mapRow(row, now, reading) : [];
			}),
			texts: { sentence: description, when: whenOf(then) },
			legend: hide.includes('legend') ? '' : mapLegend(scene, classes, now, reading)
		};
	});
	return { days: asked.facts.stops, now: asked.facts.stops.indexOf(reading.at), names, said, frames };
}
