import { readSetting } from '#db/queries/setting.ts';
import { sourceCount } from '#db/queries/count.ts';
import { DEFAULT_FRAMING, type Framing } from '#domain/framing.ts';
import { pageOfEmbed, type Embed } from '#domain/embed.ts';
import { endOf } from '#domain/instant.ts';
import { inLocale } from '#domain/locale.ts';
import { DEFAULT_VIEW } from '#domain/view.ts';
import { localePath } from '#lib/i18n/address.ts';
import { commonText } from '#lib/i18n/common.ts';
import { formatDay } from '#lib/i18n/date.ts';
import { embedText } from '#lib/i18n/embed.ts';
import { formatNumber } from '#lib/i18n/number.ts';
import { embedDocument, type Credits, type EmbedDocument } from '#lib/picture/embed/document.ts';
import { boundaries, sourcesPage } from '#lib/picture/embed/parts.ts';
import { database, isDemo, today } from './atlas.ts';
import { cityContent } from './embed-city.ts';
import { growthContent, mapContent, membersContent, statsContent } from './embed-content.ts';
import { organisation } from './frame.ts';
import type { Reading } from './reading.ts';
import { remember } from './remember.ts';

/** What an embed is made of beside its frame. */
export type EmbedContent = {
	readonly title: string;
	/** The view in one sentence. */
	readonly sentence: string;
	/** Its picture with what is told beside it, and the rules these need. */
	readonly body: string;
	readonly rules: string;
	readonly hasMap: boolean;
	/** Can its day be moved? */
	readonly moves: boolean;
};

/** How an embed reads the record. */
export function embedReading({ locale, view }: Pick<Embed, 'locale' | 'view'>): Reading {
	const now = today();
	return {
		locale,
		view: { ...DEFAULT_VIEW, ...view },
		today: now,
		at: view.at !== null && view.at < now ? view.at : now,
		known: view.known !== null && view.known < now ? endOf(view.known) : null
	};
}

/** Where embeds may be framed. */
export function framing(): Promise<Framing> {
	return remember('framing', async () => (await readSetting(database(), 'framing')) ?? DEFAULT_FRAMING);
}

/** What an embed shows; null when its city does not exist. Asked once for each version of the data. */
export function embedContent(embed: Embed): Promise<EmbedContent | null> {
	const reading = embedReading(embed);
	switch (embed.name) {
		case 'map':
			return mapContent(embed, reading);
		case 'growth':
			return growthContent(reading, embed.hide);
		case 'city':
			return cityContent(embed, reading);
		case 'stats':
			return statsContent(reading);
		case 'members':
			return membersContent(reading);
	}
}

/** What stands under an embed. `frozen`: since when it does not change any more. */
export async function creditsOf(reading: Reading, hasMap: boolean, frozen: string | null = null): Promise<Credits> {
	const { locale, at, known, view } = reading;
	const [t, own] = [embedText[locale], await organisation()];
	const sources = await remember(`sources ${known}`, () => sourceCount(database(), { known }));
	const said = [t.asOf(formatDay(at, locale)), ...(known !== null && view.known ? [t.knownBy(formatDay(view.known, locale))] : []), ...(frozen ? [t.frozen(formatDay(frozen, locale))] : [])];
	return {
		when: said.join(locale === 'en' ? '; ' : '；'),
		source: { href: sourcesPage(locale, view), text: t.sources(formatNumber(sources, locale)) },
		owner: { text: own ? inLocale(own.name, locale) : commonText[locale].product, lang: locale === 'en' && own?.name.en === null ? 'zh-CN' : null },
		boundaries: hasMap ? boundaries(locale) : null,
		demo: isDemo()
	};
}

/** An embed as a document, complete without its script; null when its city does not exist. */
export async function embedPage(embed: Embed, frozen: string | null = null): Promise<EmbedDocument | null> {
	const allowed = await framing();
	return remember(`embed ${JSON.stringify(embed)} ${today()} ${frozen}`, async () => {
		const content = await embedContent(embed);
		if (!content) return null;
		return embedDocument({
			embed,
			...content,
			credits: await creditsOf(embedReading(embed), content.hasMap, frozen),
			full: localePath(pageOfEmbed(embed), embed.locale),
			moves: content.moves && frozen === null,
			hosts: allowed.anywhere ? null : allowed.origins
		});
	});
}
