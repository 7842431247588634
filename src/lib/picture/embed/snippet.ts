import { embedAddress, pageOfEmbed, USUAL_HEIGHT, type Embed } from '#domain/embed.ts';
import { localePath } from '#lib/i18n/address.ts';
import { escape } from './markup.ts';

/** The width for which heights are given, in px. */
export const USUAL_WIDTH = 640;

/** What can be pasted into a page of another site. */
export type Snippets = {
	/** The element with its script; without script the picture with its link. */
	readonly element: string;
	/** A frame of fixed height, without any script. */
	readonly frame: string;
	/** The picture with its link. */
	readonly picture: string;
};

/** Where an embed is frozen, its identifier; else null. `words` name it for whoever cannot see it. */
export type SnippetInput = { readonly embed: Embed; readonly origin: string; readonly words: string; readonly frozen?: string | null };

/** The attributes of the element, in a fixed order; what is usual is left out. */
function attributesOf({ embed, frozen = null }: SnippetInput): string {
	const { name, city, locale, view, accent, hide, still } = embed;
	const { at, known, theme, kind, province, group, by, metric, classes } = view;
	const told: Record<string, string | null> = frozen
		? { frozen, lang: locale === 'en' ? 'en' : null, theme: theme === 'auto' ? null : theme }
		: {
				view: name,
				city,
				lang: locale === 'en' ? 'en' : null,
				at,
				known,
				theme: theme === 'auto' ? null : theme,
				kind,
				province,
				group,
				by: by === 'kind' ? null : by,
				metric: metric === 'members' ? null : metric,
				classes,
				accent,
				hide: hide.length > 0 ? hide.join(',') : null,
				still: still ? '' : null
			};
	return Object.entries(told)
		.flatMap(([key, value]) => (value === null ? [] : [value === '' ? key : `${key}="${escape(value)}"`]))
		.join(' ');
}

/** The address of an embed or of a frozen one in a shape, with its origin. */
export function shownAt({ embed, origin, frozen = null }: SnippetInput, shape = ''): string {
	return origin + (frozen ? `${embed.locale === 'en' ? '/en' : ''}/embed/frozen/${frozen}${shape}` : embedAddress(embed, shape));
}

/** What a publisher pastes. */
export function snippets(input: SnippetInput): Snippets {
	const { embed, origin, words } = input;
	const page = origin + localePath(pageOfEmbed(embed), embed.locale);
	const height = USUAL_HEIGHT[embed.name];
	const picture = `<a href="${escape(page)}" target="_blank" rel="noopener"><img src="${escape(shownAt(input, '.svg'))}" alt="${escape(words)}" width="${USUAL_WIDTH}" height="${height}" loading="lazy" style="max-width:100%;height:auto"></a>`;
	return {
		element: `<script async src="${escape(origin)}/embed.js"></script>\n<alliance-embed ${attributesOf(input)}>${picture}</alliance-embed>`,
		frame: `<iframe src="${escape(shownAt(input))}" title="${escape(words)}" width="100%" height="${height}" loading="lazy" style="border:0"></iframe>`,
		picture
	};
}
