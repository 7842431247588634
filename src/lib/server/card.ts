import type { Theme } from '#domain/view.ts';
import { regionPicture } from '#geo/regions/region-picture.ts';
import { barePath, localeOf } from '#lib/i18n/address.ts';
import { embedText } from '#lib/i18n/embed.ts';
import { eventText } from '#lib/i18n/event.ts';
import { linksText } from '#lib/i18n/links.ts';
import { projectText } from '#lib/i18n/project.ts';
import { plainText } from '#lib/i18n/sentence.ts';
import { WIDE } from '#lib/picture/chart/plot.ts';
import { placeScene } from '#lib/picture/embed/place-scene.ts';
import { card, namesBody, type CardFact } from '#lib/picture/embed/still.ts';
import type { Scene } from '#lib/picture/map/scene.ts';
import type { PaletteName } from '#lib/picture/palette.ts';
import { chartBody, STILL_WIDTH, type StillBody } from '#lib/picture/still/sheet.ts';
import type { WallView } from '#lib/picture/wall/turn.ts';
import { districtPage } from './area-district.ts';
import { recordCard } from './card-record.ts';
import { dashboardOf, mapScene } from './embed-content.ts';
import { approvalOf, creditsOf } from './embed-credits.ts';
import { ground, INNER, SMALL } from './embed-still.ts';
import { linksView } from './links.ts';
import type { PageWords } from './page-words.ts';
import { readingOf, type Reading } from './reading.ts';
import { wall } from './wall.ts';
import { compareOnWall } from './wall-compare.ts';
import { overviewOnWall } from './wall-overview.ts';

/** What stands on the card of a page: words or facts at the left, the picture at the right; null: it has none. */
type Content = {
	readonly title: string;
	readonly sentence: string;
	readonly facts?: readonly CardFact[];
	readonly picture: { readonly body: StillBody; readonly width: number } | null;
	readonly hasMap: boolean;
};

/** Names that a card has room for. */
const LISTED = 10;

/**
 * The card of a page that no embed stands for, as SVG text: a record with its place on the map, a comparison with its
 * map of changes, the links with their arcs, the wall with the view it opens in; any other with its own words. `words`
 * are those of the page as anybody reads it: whoever asks has made sure that there is one.
 */
export async function pageCard(address: string, origin: string, words: PageWords): Promise<string> {
	const url = new URL(address, origin);
	const locale = localeOf(url.pathname);
	const reading = readingOf({ url, locals: { locale } as App.Locals });
	const { title, sentence, facts, picture, hasMap } = (await contentOf(url, reading)) ?? (await inWords(words, reading));
	const { owner, when, demo } = await creditsOf(reading, hasMap);
	const foot = [[...(demo ? [embedText[locale].demo] : []), when, ...(hasMap ? [await approvalOf(locale)] : [])].join(' · ')];
	const said = { locale, palette: paletteOf(url, reading.view.theme), accent: null, owner: owner.text, title, sentence, ...(facts && { facts }), foot };
	return card(said, picture?.body ?? null, picture?.width ?? INNER);
}

/** Light unless the page is dark; no drawing can follow the reader's system, and the wall is dark by itself. */
function paletteOf({ pathname, searchParams }: URL, theme: Theme): PaletteName {
	if (theme !== 'auto') return theme;
	return barePath(pathname) === '/wall' && searchParams.get('theme') !== 'auto' ? 'dark' : 'light';
}

/** Any other page: its own words beside the map of the dashboard, and where it has no words, what that map says. */
async function inWords({ title, description }: PageWords, reading: Reading): Promise<Content> {
	const [first = title] = title.split(' · ');
	const { scene, description: said } = mapScene(await dashboardOf(reading), reading);
	return { title: first, sentence: description || said, picture: small(scene, reading), hasMap: true };
}

async function contentOf(url: URL, reading: Reading): Promise<Content | null> {
	const path = barePath(url.pathname);
	if (path === '/compare') return ofWallView(await compareOnWall(reading, { kind: 'compare', days: null }), reading);
	if (path === '/links' || path === '/projects') return links(reading, path);
	if (path === '/events') return { ...ofWallView(await overviewOnWall(reading, { kind: 'events' }), reading), title: eventText[reading.locale].listTitle };
	if (path === '/wall') return openingOfWall(url, reading);
	const [, district] = /^\/districts\/(\d{6})$/.exec(path) ?? [];
	if (district !== undefined) return ofDistrict(reading, district);
	const record = await recordCard(reading, path);
	if (!record) return null;
	const { title, facts, places } = record;
	const hasMap = places.cities.length > 0;
	return { title, sentence: '', facts, picture: hasMap ? small(placeScene(places, title, reading.locale), reading) : null, hasMap };
}

/** A map of the region, or of the area whose picture is given, without bubbles: they are too small to be told apart. */
function small(scene: Scene, { locale }: Reading, picture = regionPicture): Content['picture'] {
	return ground(picture, { ...scene, areas: scene.areas.map((area) => ({ ...area, kinds: [] })) }, locale, 'small');
}

async function links(reading: Reading, path: '/links' | '/projects'): Promise<Content> {
	const { scene, sentence } = await linksView(reading);
	return { title: path === '/links' ? linksText[reading.locale].title : projectText[reading.locale].listTitle, sentence, picture: small(scene, reading), hasMap: true };
}

async function ofDistrict(reading: Reading, code: string): Promise<Content | null> {
	const area = await districtPage(reading, code);
	if (!area?.map.ok) return null;
	const { picture, scene } = area.map.value;
	return { title: area.name, sentence: plainText(area.sentence), picture: small(scene, reading, picture ?? regionPicture), hasMap: true };
}

/** The view that the wall of an address opens in. */
async function openingOfWall(url: URL, reading: Reading): Promise<Content | null> {
	const { turns } = await wall(reading, url);
	const asked = Number(url.searchParams.get('turn') ?? 1) - 1;
	const view = (turns[asked] ?? turns[0])?.view;
	return view?.ok ? ofWallView(view.value, reading) : null;
}

/** A view of the wall: its map, or where it has none its chart, or its list. */
function ofWallView({ title, words, map, growth, members, events }: WallView, reading: Reading): Content {
	const content = (picture: Content['picture'], hasMap = false): Content => ({ title: title.text, sentence: plainText(words), picture, hasMap });
	if (map) return content(small(map.scene, reading, map.picture ?? regionPicture), true);
	if (growth?.drawing) return content({ body: chartBody(growth.drawing, WIDE, SMALL + STILL_WIDTH - INNER), width: SMALL });
	const rows = [
		...(members?.items ?? []).map(({ name, place }) => ({ name: name.text, said: place ?? '' })),
		...(events?.items ?? []).map(({ title: { text }, when, place }) => ({ name: text, said: [when, place].filter(Boolean).join(' · ') }))
	].slice(0, LISTED);
	return content(rows.length === 0 ? null : { body: namesBody(rows, SMALL, 1), width: SMALL });
}
