import manifest from '#geo/data/manifest.json' with { type: 'json' };
import { sourceCount } from '#db/queries/count.ts';
import { inLocale, type Locale } from '#domain/locale.ts';
import { commonText } from '#lib/i18n/common.ts';
import { formatDay } from '#lib/i18n/date.ts';
import { embedText } from '#lib/i18n/embed.ts';
import { formatNumber } from '#lib/i18n/number.ts';
import type { Credits } from '#lib/picture/embed/document.ts';
import { boundaries, sourcesPage } from '#lib/picture/embed/parts.ts';
import { database, isDemo } from './atlas.ts';
import { organisation } from './frame.ts';
import { mapApproval } from './map-approval.ts';
import type { Reading } from './reading.ts';
import { remember } from './remember.ts';

/** The approval number that stands on a map: the installation's own, or else the one of the boundary data. */
export async function approvalOf(locale: Locale): Promise<string> {
	return embedText[locale].approval((await mapApproval()) ?? manifest.approvalNumber);
}

/** What says of when an embed speaks: its day, the day of its records, and since when it is frozen. */
export function whenOf({ locale, at, known, view }: Reading, frozen: string | null = null): string {
	const t = embedText[locale];
	const said = [t.asOf(formatDay(at, locale)), ...(known !== null && view.known ? [t.knownBy(formatDay(view.known, locale))] : []), ...(frozen ? [t.frozen(formatDay(frozen, locale))] : [])];
	return said.join(locale === 'en' ? '; ' : '；');
}

/** What stands under an embed. `frozen`: since when it does not change any more. */
export async function creditsOf(reading: Reading, hasMap: boolean, frozen: string | null = null): Promise<Credits> {
	const { locale, known, view } = reading;
	const own = await organisation();
	const sources = await remember(`sources ${known}`, () => sourceCount(database(), { known }));
	return {
		when: whenOf(reading, frozen),
		source: { href: sourcesPage(locale, view), text: embedText[locale].sources(formatNumber(sources, locale)) },
		owner: { text: own ? inLocale(own.name, locale) : commonText[locale].product, lang: locale === 'en' && own?.name.en === null ? 'zh-CN' : null },
		boundaries: hasMap ? boundaries(locale) : null,
		demo: isDemo()
	};
}
