import type { Embed } from '#domain/embed.ts';
import { kindsAt } from '#domain/cube.ts';
import type { Metric } from '#domain/metric.ts';
import type { Adcode } from '#domain/place.ts';
import { regionPicture } from '#geo/regions/region-picture.ts';
import { commonText } from '#lib/i18n/common.ts';
import { embedText } from '#lib/i18n/embed.ts';
import { metricText } from '#lib/i18n/metric.ts';
import { formatNumber } from '#lib/i18n/number.ts';
import { overviewText } from '#lib/i18n/overview.ts';
import { plainText } from '#lib/i18n/sentence.ts';
import { isEmptyGrowth } from '#lib/picture/chart/growth-input.ts';
import { growthWords } from '#lib/picture/chart/growth-reading.ts';
import { dashboardScene } from '#lib/picture/dashboard/dashboard-scene.ts';
import { dashboardAt, ready, type Dashboard, type Ready } from '#lib/picture/dashboard/dashboard.ts';
import { overviewFigures } from '#lib/picture/dashboard/figures.ts';
import { cubeOf, placesOf } from '#lib/picture/dashboard/filter.ts';
import { dashboardGrowth } from '#lib/picture/dashboard/growth.ts';
import { metricCell, metricValue } from '#lib/picture/dashboard/metric.ts';
import { dashboardSentence } from '#lib/picture/dashboard/sentence.ts';
import { escape } from '#lib/picture/embed/markup.ts';
import { embedMap } from '#lib/picture/embed/map.ts';
import { figures, growthLegend, growthLegendRules, growthTable, legend, members, table } from '#lib/picture/embed/parts.ts';
import type { Classes } from '#lib/picture/map/classes.ts';
import type { Scene } from '#lib/picture/map/scene.ts';
import { GROWTH_RULES, MAP_RULES, MEMBERS_RULES, STATS_RULES } from '#lib/picture/embed/styles.ts';
import { growthDrawing } from './dashboard-drawing.ts';
import { dashboardFacts } from './dashboard.ts';
import { approvalOf } from './embed-credits.ts';
import type { EmbedContent } from './embed.ts';
import { memberItems } from './member-list.ts';
import { cityName } from './place-name.ts';
import type { Reading } from './reading.ts';

/** Members that an embed names; the rest is a click away. */
const NAMED = 20;

/** The numbers of the dashboard at the day of a reading, under its filters, and what they are asked from. */
export async function dashboardOf(reading: Reading): Promise<{ asked: Ready; now: Dashboard }> {
	const facts = await dashboardFacts(reading);
	const asked = ready(facts);
	return { asked, now: dashboardAt(asked, reading.at, reading.view) };
}

/** The scene of the map embed: the dashboard's, without what lies over the areas. */
export function mapScene({ asked, now }: { asked: Ready; now: Dashboard }, { locale, view }: Pick<Reading, 'locale' | 'view'>) {
	const description = plainText(dashboardSentence(now, view.metric, locale));
	return { ...dashboardScene({ now, cube: cubeOf(asked, now.scope), locale, view, links: [], outlines: [], description }), description };
}

/** Cities that have a member of the kind asked for on some day up to today. */
export function everCovered({ asked, now }: { asked: Ready; now: Dashboard }, { view }: Pick<Reading, 'view'>): Set<Adcode> {
	const { cube, facts } = asked;
	const covered = now.rows.filter(({ code }) =>
		facts.stops.some((day) => kindsAt(cube, day, { places: placesOf(now.scope, code), kind: view.kind ?? undefined }).some(({ members: n }) => n > 0))
	);
	return new Set(covered.map(({ code }) => code));
}

/** The cells of a city in the table of a map. */
export function mapRow(row: Dashboard['rows'][number], { at }: Pick<Dashboard, 'at'>, { locale, view }: Pick<Reading, 'locale' | 'view'>): string[] {
	const extra = extraOf(view);
	return [
		formatNumber(row.members, locale),
		row.projects === null ? commonText[locale].unknown : formatNumber(row.projects, locale),
		...(extra ? [metricCell(extra, metricValue(extra, row, at), locale)] : [])
	];
}

/** The metric that needs a column of its own: members and projects have theirs. */
function extraOf({ metric }: Pick<Reading['view'], 'metric'>): Metric | null {
	return metric === 'members' || metric === 'projects' ? null : metric;
}

/** The legend of a map at a day. */
export function mapLegend(scene: Scene, classes: Classes, { headline }: Dashboard, { locale, view }: Pick<Reading, 'locale' | 'view'>): string {
	return legend(classes, { locale, metric: view.metric, unplaced: headline.unplaced, unknown: scene.areas.some(({ step, muted }) => step === null && !muted) });
}

/** Members by city, or what else the map of the dashboard shades. */
export async function mapContent({ hide }: Pick<Embed, 'hide'>, reading: Reading): Promise<EmbedContent> {
	const { locale, view } = reading;
	const found = await dashboardOf(reading);
	const { now } = found;
	const { scene, classes, description } = mapScene(found, reading);
	const t = embedText[locale];
	const extra = extraOf(view);
	const columns = [overviewText[locale].city, t.members, t.projects, ...(extra ? [metricText[locale].metrics[extra].column] : [])];
	const rows = now.rows.map((row) => ({
		href: scene.areas.find(({ code }) => code === row.code)?.href ?? '',
		name: cityName(row.code, locale),
		cells: mapRow(row, now, reading)
	}));
	const parts = [
		`<figure aria-label="${escape(scene.caption)}">`,
		embedMap({ picture: regionPicture, scene, locale, names: !hide.includes('names'), approval: await approvalOf(locale), ever: view.metric === 'members' ? everCovered(found, reading) : new Set() }),
		hide.includes('legend') ? '' : `<figcaption data-part-of="legend">${mapLegend(scene, classes, now, reading)}</figcaption>`,
		'</figure>',
		hide.includes('table') ? '' : table(locale, columns, rows, now.rows.map(({ code }) => code))
	];
	const title = view.metric === 'members' ? overviewText[locale].map : metricText[locale].metrics[view.metric].name;
	return { title, sentence: description, body: parts.join(''), rules: MAP_RULES, hasMap: true, moves: !hide.includes('time') };
}

/** How the members grew. */
export async function growthContent(reading: Reading, hide: Embed['hide'] = []): Promise<EmbedContent> {
	const { locale, view, at } = reading;
	const { asked, now } = await dashboardOf(reading);
	const { facts } = asked;
	const input = dashboardGrowth({ ...facts, cube: cubeOf(asked, now.scope), at, locale, view, scope: now.scope });
	const drawing = await growthDrawing(reading, facts);
	const words = isEmptyGrowth(input) ? embedText[locale].noGrowth : growthWords(input);
	const body = !drawing
		? `<p>${escape(embedText[locale].noGrowth)}</p>`
		: [
				`<figure><div role="img" aria-label="${escape(words)}"><div class="wide">${drawing.wide}</div><div class="narrow">${drawing.narrow}</div></div>`,
				hide.includes('legend') ? '' : `<figcaption>${growthLegend(input)}</figcaption>`,
				'</figure>',
				hide.includes('table') ? '' : growthTable(input)
			].join('');
	return { title: overviewText[locale].growth, sentence: words, body, rules: GROWTH_RULES + growthLegendRules(input), hasMap: false, moves: false };
}

/** The headline figures. */
export async function statsContent(reading: Reading): Promise<EmbedContent> {
	const { locale, view } = reading;
	const { now } = await dashboardOf(reading);
	const foremost = now.scope.level === 'region' ? (now.groups[0] ?? null) : null;
	return {
		title: overviewText[locale].title,
		sentence: plainText(dashboardSentence(now, 'members', locale)),
		body: figures(overviewFigures(now.headline, foremost, locale, view), locale, view),
		rules: STATS_RULES,
		hasMap: false,
		moves: false
	};
}

/** The first members by name. */
export async function membersContent(reading: Reading): Promise<EmbedContent> {
	const { locale, view } = reading;
	const { now } = await dashboardOf(reading);
	const areas = now.scope.places;
	const { items } = await memberItems(reading, { kind: view.kind, ...(areas && { areas }) }, NAMED);
	const [t, all] = [embedText[locale], now.headline.members];
	return {
		title: t.names.members,
		sentence: plainText(dashboardSentence(now, 'members', locale)),
		body: members(items, locale, view, ({ member: { city } }) => (city === null ? commonText[locale].notVerified : cityName(city, locale))) + shownOf(items.length, all, reading),
		rules: MEMBERS_RULES,
		hasMap: false,
		moves: false
	};
}

/** How many of all members a list names, where it does not name all. */
export function shownOf(shown: number, all: number, { locale }: Pick<Reading, 'locale'>): string {
	return shown < all ? `<p class="full">${escape(embedText[locale].membersShown(formatNumber(shown, locale), formatNumber(all, locale)))}</p>` : '';
}

