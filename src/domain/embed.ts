import type { Locale } from './locale.ts';
import type { Adcode } from './place.ts';
import { readView, writeView, DEFAULT_VIEW, type View } from './view.ts';

/** What can be shown on other sites. */
export const EMBEDS = ['map', 'growth', 'city', 'stats', 'members'] as const;
export type EmbedName = (typeof EMBEDS)[number];

/** What a publisher may leave out. What names the sources and the day cannot be. */
export const HIDEABLE = ['title', 'sentence', 'legend', 'names', 'table', 'time', 'link'] as const;
export type Hideable = (typeof HIDEABLE)[number];

/** The part of a view that an embed takes over from its address. */
const TAKEN = ['at', 'known', 'theme', 'kind', 'province', 'group', 'by', 'metric', 'classes'] as const;
export type EmbedView = Pick<View, (typeof TAKEN)[number]>;

/** Everything the address of an embed says. */
export type Embed = {
	readonly name: EmbedName;
	/** The city of a city's embed, else null; checked for its form only. */
	readonly city: Adcode | null;
	readonly locale: Locale;
	readonly view: EmbedView;
	/** A colour as six lower-case digits, without the #. */
	readonly accent: string | null;
	readonly hide: readonly Hideable[];
	/** Without the script that measures, tells and moves. */
	readonly still: boolean;
};

/** Reads the path below `/embed/`; null when no embed has it. */
export function readEmbedPath(path: string): Pick<Embed, 'name' | 'city'> | null {
	const [, city] = /^city\/(\d{6})$/.exec(path) ?? [];
	if (city !== undefined) return { name: 'city', city };
	const name = EMBEDS.find((known) => known === path && known !== 'city');
	return name ? { name, city: null } : null;
}

/** The path of an embed below `/embed/`. */
export function embedPath({ name, city }: Pick<Embed, 'name' | 'city'>): string {
	return city === null ? name : `${name}/${city}`;
}

/** Reads what the query says beside the path; what makes no sense is ignored. `locale` is that of the path. */
export function readEmbed(of: Pick<Embed, 'name' | 'city'>, query: URLSearchParams, locale: Locale): Embed {
	const view = readView(query);
	return {
		...of,
		locale: readLang(query.get('lang')) ?? locale,
		view: Object.fromEntries(TAKEN.map((key) => [key, view[key]])) as unknown as EmbedView,
		accent: readAccent(query.get('accent')),
		hide: HIDEABLE.filter((part) => (query.get('hide') ?? '').split(',').includes(part)),
		still: query.has('still') && query.get('still') !== '0'
	};
}

function readLang(text: string | null): Locale | null {
	if (text === null) return null;
	return /^zh\b/i.test(text) ? 'zh-CN' : /^en\b/i.test(text) ? 'en' : null;
}

function readAccent(text: string | null): string | null {
	const [, digits] = /^#?([0-9a-f]{6}|[0-9a-f]{3})$/i.exec(text ?? '') ?? [];
	if (digits === undefined) return null;
	return (digits.length === 3 ? digits.replace(/./g, '$&$&') : digits).toLowerCase();
}

/** The query of an embed, `?…` or empty: defaults are left out, the order is fixed. The language stands in the path. */
export function embedQuery({ view, accent, hide, still }: Omit<Embed, 'name' | 'city' | 'locale'>): string {
	const own = [...(accent ? [`accent=${accent}`] : []), ...(hide.length > 0 ? [`hide=${hide.join(',')}`] : []), ...(still ? ['still=1'] : [])].join('&');
	const text = writeView(view);
	return text === '' ? own && `?${own}` : own === '' ? text : `${text}&${own}`;
}

/** The address of an embed on its site: in the language's path, `shape` being an ending such as `.png`. */
export function embedAddress(embed: Embed, shape = ''): string {
	return `${embed.locale === 'en' ? '/en' : ''}/embed/${embedPath(embed)}${shape}${embedQuery(embed)}`;
}

/** An embed as it is when its address says nothing more. */
export function plainEmbed(of: Pick<Embed, 'name' | 'city'>, locale: Locale): Embed {
	return { ...of, locale, view: Object.fromEntries(TAKEN.map((key) => [key, DEFAULT_VIEW[key]])) as unknown as EmbedView, accent: null, hide: [], still: false };
}

/** The height in px that a frame of 640 px is given before its content is measured. */
export const USUAL_HEIGHT: Readonly<Record<EmbedName, number>> = { map: 900, growth: 480, city: 860, stats: 330, members: 620 };

/** The embed that shows the same as a page, by its path without language; null where none does. */
export function embedOfPage(path: string, query: URLSearchParams, locale: Locale): Embed | null {
	const read = (of: Pick<Embed, 'name' | 'city'>, more: Record<string, string> = {}): Embed => {
		const said = new URLSearchParams(query);
		for (const [key, value] of Object.entries(more)) said.set(key, value);
		for (const own of ['lang', 'accent', 'hide', 'still']) said.delete(own);
		return readEmbed(of, said, locale);
	};
	if (path === '/' || path === '/compare' || path === '/links' || path === '/wall') return read({ name: 'map', city: null });
	if (path === '/growth') return read({ name: 'growth', city: null });
	if (path === '/members') return read({ name: 'members', city: null });
	if (/^\/figures\/\w+$/.test(path)) return read({ name: 'stats', city: null });
	const [, level, id = ''] = /^\/(cities|provinces|groups)\/([\w-]{1,80})$/.exec(path) ?? [];
	if (level === 'cities' && /^\d{6}$/.test(id)) return read({ name: 'city', city: id });
	if (level === 'provinces') return read({ name: 'map', city: null }, { province: id });
	if (level === 'groups') return read({ name: 'map', city: null }, { group: id });
	return null;
}

/** Pages whose view is more than the embed that comes nearest to it. */
const OWN_CARD = /^\/(compare|links|wall)$/;

/** The address of the picture of a page: `address` as it was asked for, `path` the same without language and query. */
export function cardAddress({ path, query, address, locale }: { readonly path: string; readonly query: URLSearchParams; readonly address: string; readonly locale: Locale }): string {
	const embed = OWN_CARD.test(path) ? null : embedOfPage(path, query, locale);
	return embed ? cardOfEmbed(embed) : `${locale === 'en' ? '/en' : ''}/embed/card.png?page=${encodeURIComponent(address)}`;
}

/** The address of the picture that stands for a shared embed, and for a page that shows the same. */
export function cardOfEmbed(embed: Embed): string {
	const picture = embedAddress(embed, '.png');
	return `${picture}${picture.includes('?') ? '&' : '?'}card=1`;
}

/** The page that an embed stands for, without language: where its link leads. */
export function pageOfEmbed({ name, city, view }: Pick<Embed, 'name' | 'city' | 'view'>): string {
	const { at, known, theme, kind, province, group, by, metric, classes } = view;
	if (name === 'city') return `/cities/${city}${writeView({ at, known, theme, kind })}`;
	if (name === 'members') return `/members${writeView({ at, known, theme, kind })}`;
	return `/${writeView({ at, known, theme, kind, province, group, by, ...(name === 'map' && { metric, classes }) })}`;
}
