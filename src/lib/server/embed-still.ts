import type { Embed } from '#domain/embed.ts';
import { inLocale, type Locale } from '#domain/locale.ts';
import { areaPicture } from '#geo/regions/area-picture.ts';
import { regionName } from '#geo/regions/name.ts';
import type { Picture } from '#geo/regions/picture.ts';
import { regionPicture } from '#geo/regions/region-picture.ts';
import { areaSentence } from '#lib/i18n/area-sentence.ts';
import { commonText } from '#lib/i18n/common.ts';
import { embedText } from '#lib/i18n/embed.ts';
import { memberText } from '#lib/i18n/member.ts';
import { metricText } from '#lib/i18n/metric.ts';
import { overviewText } from '#lib/i18n/overview.ts';
import { plainText } from '#lib/i18n/sentence.ts';
import { isEmptyGrowth } from '#lib/picture/chart/growth-input.ts';
import { growthWords } from '#lib/picture/chart/growth-reading.ts';
import { NARROW, WIDE } from '#lib/picture/chart/plot.ts';
import { overviewFigures } from '#lib/picture/dashboard/figures.ts';
import { cubeOf } from '#lib/picture/dashboard/filter.ts';
import { dashboardGrowth } from '#lib/picture/dashboard/growth.ts';
import { dashboardSentence } from '#lib/picture/dashboard/sentence.ts';
import { accented, card, figuresBody, namesBody } from '#lib/picture/embed/still.ts';
import type { PaletteName } from '#lib/picture/palette.ts';
import { bandLegend, mapLegend, type LegendEntry } from '#lib/picture/still/legend.ts';
import type { Scene } from '#lib/picture/map/scene.ts';
import { mapLayer } from '#lib/picture/still/map-layer.ts';
import { chartBody, still, STILL_WIDTH, type StillBody } from '#lib/picture/still/sheet.ts';
import { growthDrawing } from './dashboard-drawing.ts';
import { cityScene } from './embed-city.ts';
import { dashboardOf, mapScene } from './embed-content.ts';
import { approvalOf, creditsOf } from './embed-credits.ts';
import { embedReading } from './embed.ts';
import { memberItems } from './member-list.ts';
import { cityName } from './place-name.ts';
import type { Reading } from './reading.ts';

/** The width inside the margins of a drawing. */
export const INNER = STILL_WIDTH - 72;
/** The width of a drawing for a phone or a card, where letters must be larger against the picture; names as a share of it. */
export const SMALL = 484;
const SMALL_LABEL = 0.027;

/** `sheet`: read at a desk. `small`: on a phone's screen, or a card among others. */
export type StillForm = 'sheet' | 'small';
const NAMED = 20;

/** What is drawn of an embed: its words, its picture, the legend of it. */
export type StillContent = { readonly title: string; readonly sentence: string; readonly body: StillBody | null; readonly width: number; readonly legend: readonly (readonly LegendEntry[])[]; readonly hasMap: boolean };

/** The palette of a drawing: light unless dark is asked for; no drawing can follow the reader's system. */
export function paletteOf({ view }: Pick<Embed, 'view'>): PaletteName {
	return view.theme === 'dark' ? 'dark' : 'light';
}

/** What is drawn of an embed; null when its city does not exist. */
export async function stillContent(embed: Embed, form: StillForm = 'sheet'): Promise<StillContent | null> {
	const reading = embedReading(embed);
	const drawn = { map, growth, stats, members, city }[embed.name];
	const content = await drawn(reading, form, embed);
	if (!content) return null;
	const paint = (markup: string): string => accented(markup, embed.accent, paletteOf(embed));
	return {
		...content,
		body: content.body && { ...content.body, markup: paint(content.body.markup) },
		legend: content.legend.map((group) => group.map((entry) => ({ ...entry, swatch: entry.swatch && paint(entry.swatch) })))
	};
}

/** A map as a body, its names as large as its form needs. */
export function ground(picture: Picture, scene: Scene, locale: Locale, form: StillForm, named = true): { body: StillBody; width: number } {
	const width = form === 'sheet' ? INNER : SMALL;
	const label = !named ? { label: null } : form === 'sheet' ? {} : { label: SMALL_LABEL };
	return { body: { markup: mapLayer({ picture, scene, locale, width, ...label }), height: (picture.height / picture.width) * width }, width };
}

async function map(reading: Reading, form: StillForm, { hide }: Embed): Promise<StillContent> {
	const { locale, view } = reading;
	const found = await dashboardOf(reading);
	const { scene, classes, description } = mapScene(found, reading);
	const bare = { ...scene, areas: scene.areas.map((area) => ({ ...area, kinds: [] })) };
	const unknown = scene.areas.some(({ step, muted }) => step === null && !muted);
	return {
		title: view.metric === 'members' ? overviewText[locale].map : metricText[locale].metrics[view.metric].name,
		sentence: description,
		...ground(regionPicture, bare, locale, form, !hide.includes('names')),
		legend: mapLegend({ classes, metric: view.metric, unplaced: found.now.headline.unplaced, unknown, kinds: [], arcs: null, outlines: [] }, locale),
		hasMap: true
	};
}

async function city(reading: Reading, form: StillForm, { city: code, hide }: Embed): Promise<StillContent | null> {
	const found = code === null ? null : await cityScene(reading, code);
	const picture = code === null ? undefined : await areaPicture(code);
	if (!found || !picture) return null;
	const { locale, at } = reading;
	const name = regionName(found.region, locale, 'full');
	const bare = { ...found.scene, areas: found.scene.areas.map((area) => ({ ...area, kinds: [] })) };
	return {
		title: embedText[locale].ofCity(name),
		sentence: plainText(areaSentence({ at, name, kinds: found.kinds, projects: null, coverage: null }, locale)),
		...ground(picture, bare, locale, form, !hide.includes('names')),
		legend: mapLegend({ classes: found.classes, metric: 'members', unplaced: found.unplaced, unknown: false, kinds: [], arcs: null, outlines: [] }, locale),
		hasMap: true
	};
}

async function growth(reading: Reading, form: StillForm): Promise<StillContent> {
	const { locale, view, at } = reading;
	const { asked, now } = await dashboardOf(reading);
	const input = dashboardGrowth({ ...asked.facts, cube: cubeOf(asked, now.scope), at, locale, view, scope: now.scope });
	const drawing = await growthDrawing(reading, asked.facts);
	return {
		title: overviewText[locale].growth,
		sentence: isEmptyGrowth(input) ? embedText[locale].noGrowth : growthWords(input),
		body: drawing && (form === 'sheet' ? chartBody(drawing.wide, WIDE) : chartBody(drawing.narrow, NARROW, SMALL + STILL_WIDTH - INNER)),
		width: form === 'sheet' ? INNER : SMALL,
		legend: drawing ? bandLegend(input.bands) : [],
		hasMap: false
	};
}

async function stats(reading: Reading, form: StillForm): Promise<StillContent> {
	const { locale, view } = reading;
	const { now } = await dashboardOf(reading);
	const foremost = now.scope.level === 'region' ? (now.groups[0] ?? null) : null;
	return {
		title: overviewText[locale].title,
		sentence: plainText(dashboardSentence(now, 'members', locale)),
		body: form === 'sheet' ? figuresBody(overviewFigures(now.headline, foremost, locale, view), INNER) : figuresBody(overviewFigures(now.headline, foremost, locale, view), SMALL, 2),
		width: form === 'sheet' ? INNER : SMALL,
		legend: [],
		hasMap: false
	};
}

async function members(reading: Reading, form: StillForm): Promise<StillContent> {
	const { locale, view } = reading;
	const { now } = await dashboardOf(reading);
	const areas = now.scope.places;
	const { items } = await memberItems(reading, { kind: view.kind, ...(areas && { areas }) }, NAMED);
	const rows = items.map(({ member: { name, kind, city: place } }) => ({
		name: inLocale(name, locale),
		said: [memberText[locale].kind[kind], place === null ? commonText[locale].notVerified : cityName(place, locale)].join(' · ')
	}));
	return { title: embedText[locale].names.members, sentence: plainText(dashboardSentence(now, 'members', locale)), ...(form === 'sheet' ? { body: namesBody(rows, INNER), width: INNER } : { body: namesBody(rows, SMALL, 1), width: SMALL }), legend: [], hasMap: false };
}

/** The lines under a drawing: when, whose record, and for a map the boundaries with their approval number. */
export async function footOf(reading: Reading, hasMap: boolean, frozen: string | null = null): Promise<string[]> {
	const { locale } = reading;
	const { when, owner, source, boundaries, demo } = await creditsOf(reading, hasMap, frozen);
	const colon = locale === 'en' ? ': ' : '：';
	return [
		...(demo ? [embedText[locale].demo] : []),
		`${when} · ${embedText[locale].source}${colon}${owner.text}${locale === 'en' ? ', ' : '，'}${source.text}`,
		...(boundaries === null ? [] : [boundaries])
	];
}

/**
 * An embed as a drawing that stands by itself, as SVG text; null when its city does not exist. Title, sentence, legend and
 * names of places can be hidden; a drawing has no table, slider, link or script that could be.
 */
export async function embedStill(embed: Embed, frozen: string | null = null): Promise<string | null> {
	const content = await stillContent(embed);
	if (!content) return null;
	const { title, sentence, body, legend, hasMap } = content;
	const { locale } = embed;
	const { hide } = embed;
	const words = { locale, palette: paletteOf(embed), title, sentence, hide, foot: await footOf(embedReading(embed), hasMap, frozen) };
	return still(words, body ?? { markup: '', height: 0 }, hide.includes('legend') ? [] : legend);
}

/** An embed as a card for a shared address, as SVG text; null when its city does not exist. */
export async function embedCard(embed: Embed): Promise<string | null> {
	const content = await stillContent(embed, embed.name === 'members' ? 'sheet' : 'small');
	if (!content) return null;
	const { title, sentence, body, width, hasMap } = content;
	const { locale } = embed;
	const reading = embedReading(embed);
	const { owner, when, demo } = await creditsOf(reading, hasMap);
	const foot = [[...(demo ? [embedText[locale].demo] : []), when, ...(hasMap ? [await approvalOf(locale)] : [])].join(' · ')];
	return card({ locale, palette: paletteOf(embed), accent: embed.accent, owner: owner.text, title, sentence, foot }, body, width);
}
