import { pageOfEmbed, type Embed } from '#domain/embed.ts';
import { localePath } from '#lib/i18n/address.ts';
import { embedText } from '#lib/i18n/embed.ts';
import { longPicture, type LongPart } from '#lib/picture/embed/long.ts';
import { today } from './atlas.ts';
import { creditsOf } from './embed-credits.ts';
import { pngAnswer } from './embed-route.ts';
import { footOf, paletteOf, stillContent } from './embed-still.ts';
import { embedReading } from './embed.ts';
import { remember } from './remember.ts';

/** A long picture of an embed's view for phones: figures, its map, growth and members, with a code that leads to the page. */
export async function answerLong(embed: Embed, origin: string, request: Request): Promise<Response | null> {
	const svg = await remember(`long ${origin} ${JSON.stringify(embed)} ${today()}`, () => longSvg(embed, origin));
	return svg === null ? null : pngAnswer(svg, 1080, request);
}

async function longSvg(embed: Embed, origin: string): Promise<string | null> {
	const { locale } = embed;
	const names = embed.name === 'city' ? (['city', 'members'] as const) : (['stats', 'map', 'growth', 'members'] as const);
	const parts: LongPart[] = [];
	let first: { title: string; sentence: string } | null = null;
	for (const name of names) {
		const part = await stillContent({ ...embed, name }, 'small');
		if (!part) return null;
		first ??= part;
		if (part.body) parts.push({ title: part === first && names[0] === 'city' ? embedText[locale].names.map : part.title, body: part.body, width: part.width, legend: part.legend });
	}
	const reading = embedReading(embed);
	const { owner } = await creditsOf(reading, true);
	return longPicture({
		locale,
		palette: paletteOf(embed),
		owner: owner.text,
		title: first?.title ?? '',
		sentence: first?.sentence ?? '',
		parts,
		address: origin + localePath(pageOfEmbed(embed), locale),
		invitation: embedText[locale].scan,
		foot: await footOf(reading, true)
	});
}
