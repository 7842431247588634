import { personNames } from '#db/queries/person.ts';
import { EMBEDS, pageOfEmbed, readEmbed, readEmbedPath, type Embed } from '#domain/embed.ts';
import { frozenId } from '#domain/embed-use.ts';
import { mayFrame } from '#domain/framing.ts';
import { qrCode, TooLongForQr } from '#domain/qr.ts';
import { dayOfInstant } from '#domain/instant.ts';
import { inLocale, type Locale } from '#domain/locale.ts';
import { cities } from '#geo/regions/city.ts';
import { regionName } from '#geo/regions/name.ts';
import { localePath } from '#lib/i18n/address.ts';
import { embedText } from '#lib/i18n/embed.ts';
import { shownAt, snippets } from '#lib/picture/embed/snippet.ts';
import { qrPath } from '#lib/picture/wall/qr-path.ts';
import { database, today } from './atlas.ts';
import { frozenEmbeds } from './embed-frozen.ts';
import { embedContent, embedReading, framing } from './embed.ts';
import { embedUses } from './embed-use.ts';
import { regionGroups } from './group-coverage.ts';

/** The city that the builder begins with. */
const FIRST_CITY = '320200';

/** The embed that the builder's form describes; what makes no sense is passed over. */
export function builtEmbed(form: URLSearchParams, locale: Locale): Embed {
	const name = EMBEDS.find((known) => known === form.get('view')) ?? 'map';
	const city = form.get('city') ?? FIRST_CITY;
	const of = readEmbedPath(name === 'city' ? `city/${city}` : name) ?? { name: 'map' as const, city: null };
	const said = new URLSearchParams(form);
	said.set('hide', form.getAll('hide').join(','));
	// The form's language and theme are the embed's; those of the page around it have names of their own.
	said.set('theme', form.get('look') ?? 'auto');
	said.set('lang', form.get('speaks') ?? locale);
	return readEmbed(of, said, locale);
}

/** What the builder shows of an embed: what to paste, where to look, what may be chosen. */
export async function builder(embed: Embed, locale: Locale, origin: string) {
	const content = await embedContent(embed);
	const words = content?.title ?? embedText[embed.locale].names[embed.name];
	const page = origin + localePath(pageOfEmbed(embed), embed.locale);
	const allowed = await framing();
	return {
		embed,
		words,
		today: today(),
		snippets: snippets({ embed, origin, words }),
		address: shownAt({ embed, origin, words }),
		pictures: { png: shownAt({ embed, origin, words }, '.png'), svg: shownAt({ embed, origin, words }, '.svg') },
		page,
		code: codeOf(page),
		allowed,
		cities: cities.map((region) => ({ code: region.adcode, name: regionName(region, locale, 'full') })),
		groups: (await regionGroups(embedReading(embed))).map(({ id, name, short }) => ({ id, name: inLocale(short ?? name, locale) })),
		frozen: await frozenList(origin)
	};
}

async function frozenList(origin: string) {
	const frozen = await frozenEmbeds();
	const names = await personNames(database(), [...new Set(frozen.map(({ createdBy }) => createdBy.replace(/^person:/, '')))]);
	return frozen.map(({ id, label, address, day, createdAt, createdBy }) => ({
		id,
		label,
		address,
		day,
		on: dayOfInstant(createdAt),
		by: names.get(createdBy.replace(/^person:/, '')) ?? '',
		href: `/embed/frozen/${id}`,
		snippets: frozenSnippets(id, address, label, origin)
	}));
}

function frozenSnippets(id: string, address: string, label: string, origin: string) {
	const url = new URL(address, origin);
	const [, english, path = ''] = /^(\/en)?\/embed\/(.+)$/.exec(url.pathname) ?? [];
	const locale: Locale = english ? 'en' : 'zh-CN';
	const embed = readEmbed(readEmbedPath(path) ?? { name: 'map', city: null }, url.searchParams, locale);
	return snippets({ embed, origin, words: label, frozen: id });
}

/** The path of a code to scan, and its side in modules; null when the address is too long for one. */
function codeOf(address: string): { d: string; size: number } | null {
	try {
		const code = qrCode(address);
		return { d: qrPath(code), size: code.size };
	} catch (error) {
		if (error instanceof TooLongForQr) return null;
		throw error;
	}
}

/** Which sites show which embeds; `refused`: the setting keeps the site out today. */
export async function usage() {
	const allowed = await framing();
	return (await embedUses()).map((use) => ({ ...use, frozen: frozenId(use.path) !== null, refused: !mayFrame(allowed, use.host) }));
}
