import { kindsAt, membersAt } from '#domain/cube.ts';
import type { Embed } from '#domain/embed.ts';
import { areaPicture } from '#geo/regions/area-picture.ts';
import { city } from '#geo/regions/city.ts';
import { districtsOf } from '#geo/regions/district.ts';
import { regionName } from '#geo/regions/name.ts';
import { linkTo } from '#lib/i18n/address.ts';
import { areaSentence } from '#lib/i18n/area-sentence.ts';
import { commonText } from '#lib/i18n/common.ts';
import { embedText } from '#lib/i18n/embed.ts';
import { formatNumber } from '#lib/i18n/number.ts';
import { overviewText } from '#lib/i18n/overview.ts';
import { plainText } from '#lib/i18n/sentence.ts';
import { escape } from '#lib/picture/embed/markup.ts';
import { embedMap } from '#lib/picture/embed/map.ts';
import { legend, members, table } from '#lib/picture/embed/parts.ts';
import { MAP_RULES, MEMBERS_RULES } from '#lib/picture/embed/styles.ts';
import { districtScene } from './area-city.ts';
import { cityCube, districtCube } from './cube.ts';
import { approvalOf } from './embed-credits.ts';
import type { EmbedContent } from './embed.ts';
import { shownOf } from './embed-content.ts';
import { memberItems } from './member-list.ts';
import { placeName } from './place-name.ts';
import type { Reading } from './reading.ts';

const NAMED = 10;

/** The scene of a city's embed with its classes and its members without a district; null when the code is no city. */
export async function cityScene(reading: Reading, code: string) {
	const region = city(code);
	if (!region) return null;
	const { at, view } = reading;
	const [cube, byDistrict] = [await cityCube(reading), await districtCube(reading)];
	const kind = view.kind ?? undefined;
	const within = districtsOf(code).map(({ adcode }) => adcode);
	const all = membersAt(cube, at, { places: [code], kind });
	const unplaced = all - membersAt(byDistrict, at, { places: within, kind });
	return { region, all, within, kinds: kindsAt(cube, at, { places: [code], kind }), byDistrict, ...districtScene(reading, region, byDistrict, unplaced) };
}

export async function cityContent({ city: code, hide }: Embed, reading: Reading): Promise<EmbedContent | null> {
	const found = code === null ? null : await cityScene(reading, code);
	const picture = code === null ? undefined : await areaPicture(code);
	if (!found || !picture) return null;
	const { locale, at, view } = reading;
	const { region, scene, classes, unplaced, all, within, kinds, byDistrict } = found;
	const name = regionName(region, locale, 'full');
	const t = embedText[locale];
	const { items } = await memberItems(reading, { areas: [region.adcode], kind: view.kind }, NAMED);
	const rows = within.map((adcode) => ({
		href: linkTo(`/districts/${adcode}`, locale, view),
		name: placeName(adcode, locale, 'short'),
		cells: [formatNumber(membersAt(byDistrict, at, { places: [adcode], kind: view.kind ?? undefined }), locale)]
	}));
	const body = [
		`<figure aria-label="${escape(scene.caption)}">`,
		embedMap({ picture, scene, locale, names: !hide.includes('names'), approval: await approvalOf(locale), ever: new Set() }),
		hide.includes('legend') ? '' : `<figcaption>${legend(classes, { locale, metric: 'members', unplaced: 0, unknown: false })}${unplaced > 0 ? `<p>${escape(overviewText[locale].districtUnplaced(formatNumber(unplaced, locale)))}</p>` : ''}</figcaption>`,
		'</figure>',
		hide.includes('table') ? '' : table(locale, [overviewText[locale].districts, t.members], rows),
		members(items, locale, view, ({ district }) => (district ? (locale === 'en' ? (district.en ?? district.zh) : district.zh) : commonText[locale].notVerified)),
		shownOf(items.length, all, reading)
	].join('');
	const sentence = plainText(areaSentence({ at, name, kinds, projects: null, coverage: null }, locale));
	return { title: t.ofCity(name), sentence, body, rules: MAP_RULES + MEMBERS_RULES, hasMap: true, moves: false };
}
