import type { Embed } from '#domain/embed.ts';
import type { Locale } from '#domain/locale.ts';
import { embedText } from '#lib/i18n/embed.ts';
import { themeRules, tokensIn } from './colors.ts';
import { escape, link, text } from './markup.ts';
import { FRAME_RULES } from './styles.ts';

/** What stands under every embed, whatever is hidden. */
export type Credits = {
	/** 数据截至 2026年11月22日, with what else says when. */
	readonly when: string;
	readonly source: { readonly href: string; readonly text: string };
	/** Whose record it is, and the language of the name where it is not the page's. */
	readonly owner: { readonly text: string; readonly lang: string | null };
	/** Attribution of the ground with its approval number; null: there is no map. */
	readonly boundaries: string | null;
	readonly demo: boolean;
};

export type DocumentInput = {
	readonly embed: Pick<Embed, 'locale' | 'view' | 'accent' | 'hide' | 'still' | 'name'>;
	readonly title: string;
	readonly sentence: string;
	/** The picture, its rules, and what is told beside it. */
	readonly body: string;
	readonly rules: string;
	readonly credits: Credits;
	/** The page it stands for, in its language. */
	readonly full: string;
	readonly hasMap: boolean;
	/** Can the script ask for other days? */
	readonly moves: boolean;
	/** Origins that may frame it; null: any. Told to the script, which answers no other. */
	readonly hosts: readonly string[] | null;
};

/** A document in two parts that a policy must name: its style rules, and the whole. */
export type EmbedDocument = { readonly html: string; readonly styles: string };

/** Where the script of embeds lies. */
export const VIEW_SCRIPT = '/embed-view.js';

/** No picture for the tab: without this a browser that opens an embed by itself asks for one. */
const NO_ICON = '<link rel="icon" href="data:,">';

/** An embed as a whole document: no request but, where the publisher did not refuse it, one script. */
export function embedDocument(input: DocumentInput): EmbedDocument {
	const { embed, title, sentence, body, rules, full, hosts, moves, hasMap } = input;
	const { locale, hide, still, view, accent, name } = embed;
	const t = embedText[locale];
	const shown = FRAME_RULES + rules;
	const styles = themeRules(accent, tokensIn(shown + body)) + shown;
	const main = [
		hide.includes('title') ? `<h1 class="said">${escape(title)}</h1>` : `<h1>${escape(title)}</h1>`,
		hide.includes('sentence') ? '' : `<p data-part="sentence">${escape(sentence)}</p>`,
		body,
		hide.includes('link') ? '' : `<p class="full">${link(full, escape(t.full[name]))}</p>`,
		footer(input.credits, locale)
	].join('');
	const script = still ? '' : `<script defer src="${VIEW_SCRIPT}"></script>`;
	const told = still ? '' : attributes({ embed: name, moves: moves ? '' : null, hosts: hosts && hosts.join(' '), words: hasMap ? JSON.stringify(t.script) : null });
	const html = [
		`<!doctype html><html lang="${locale}" data-theme="${view.theme}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1">`,
		`<meta name="description" content="${escape(sentence)}"><title>${escape(title)}</title>${NO_ICON}<style>${styles}</style>${script}</head>`,
		`<body><main${told}>${main}</main></body></html>\n`
	].join('');
	return { html, styles };
}

/** What the script is told, as `data-…`; null: nothing. */
function attributes(told: Readonly<Record<string, string | null>>): string {
	return Object.entries(told)
		.map(([name, value]) => (value === null ? '' : value === '' ? ` data-${name}` : ` data-${name}="${escape(value)}"`))
		.join('');
}

function footer({ when, source, owner, boundaries, demo }: Credits, locale: Locale): string {
	const t = embedText[locale];
	const colon = locale === 'en' ? ': ' : '：';
	return [
		'<footer>',
		demo ? `<p class="demo">${escape(t.demo)}</p>` : '',
		`<p data-part="when">${escape(when)}</p>`,
		`<p>${escape(t.source)}${colon}${text(owner.text, owner.lang)} · ${link(source.href, escape(source.text))}</p>`,
		boundaries === null ? '' : `<p>${escape(boundaries)}</p>`,
		'</footer>'
	].join('');
}

/** A page for an address that shows nothing, with what could be meant. */
export function missingDocument(locale: Locale, theme: string, complaint: string): EmbedDocument {
	const t = embedText[locale];
	const styles = themeRules(null, tokensIn(FRAME_RULES)) + FRAME_RULES;
	const html = `<!doctype html><html lang="${locale}" data-theme="${escape(theme)}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1"><meta name="robots" content="noindex"><title>${escape(complaint)}</title>${NO_ICON}<style>${styles}</style></head><body><main><h1>${escape(complaint)}</h1><p>${escape(t.missingHint)}</p></main></body></html>\n`;
	return { html, styles };
}
