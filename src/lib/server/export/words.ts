import { inLocale } from '#domain/locale.ts';
import type { Day } from '#domain/day.ts';
import { localePath } from '#lib/i18n/address.ts';
import { commonText } from '#lib/i18n/common.ts';
import { openDataText } from '#lib/i18n/open-data.ts';
import type { PaletteName } from '#lib/picture/palette.ts';
import type { StillWords } from '#lib/picture/still/sheet.ts';
import { writeView } from '#domain/view.ts';
import { organisation } from '../frame.ts';
import { mapApproval } from '../map-approval.ts';
import type { Reading } from '../reading.ts';

/** A view asked for: how the record is read, and where the site is. */
export type Asked = { readonly reading: Reading; readonly origin: string };

/** The page of a view with everything its address says of it, its theme and the page of its list left out. */
export function pageAddress({ reading: { locale, view }, origin }: Asked, path: string): string {
	return origin + localePath(path, locale) + writeView({ ...view, theme: 'auto', after: null });
}

/** Whose record it is: the alliance as it is set up here, or the product. */
export async function publisherName({ locale }: Pick<Reading, 'locale'>): Promise<string> {
	const own = await organisation();
	return own ? inLocale(own.name, locale) : commonText[locale].product;
}

/** Whose picture it is, and of what day: the lines at the foot of a drawing; below a map, whose the boundaries are. */
async function footLines(asked: Asked, { path, at = asked.reading.at, map = true }: Said): Promise<string[]> {
	const { locale, view, known } = asked.reading;
	const [common, t] = [commonText[locale], openDataText[locale]];
	const own = map ? await mapApproval() : null;
	const as = known !== null && view.known !== null ? ` · ${t.knownBy(view.known)}` : '';
	return [
		`${common.dataAsOf(at)}${as} · ${t.from(await publisherName(asked.reading), pageAddress(asked, path))}`,
		...(map ? [[...(own === null ? [] : [common.mapApproval(own)]), common.attribution, common.waterAttribution].join(' · ')] : [])
	];
}

/** What a drawing says of its view. `map`: it shows boundaries, as most do. */
type Said = { readonly path: string; readonly title: string; readonly sentence: string; readonly at?: Day; readonly map?: boolean };

/** The words around a drawing of a view. */
export async function stillWords(asked: Asked, said: Said, palette: PaletteName): Promise<StillWords> {
	return {
		locale: asked.reading.locale,
		palette,
		title: `${said.title} · ${await publisherName(asked.reading)}`,
		sentence: said.sentence,
		foot: await footLines(asked, said)
	};
}
