import { readSetting } from '#db/queries/setting.ts';
import { DEFAULT_FRAMING, type Framing } from '#domain/framing.ts';
import { pageOfEmbed, type Embed } from '#domain/embed.ts';
import { endOf } from '#domain/instant.ts';
import { DEFAULT_VIEW } from '#domain/view.ts';
import { localePath } from '#lib/i18n/address.ts';
import { embedDocument, type EmbedDocument } from '#lib/picture/embed/document.ts';
import { database, today } from './atlas.ts';
import { cityContent } from './embed-city.ts';
import { creditsOf } from './embed-credits.ts';
import { growthContent, mapContent, membersContent, statsContent } from './embed-content.ts';
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
