import { escapeXml as escape } from '../still/markup.ts';

export { escape };

/** A link out of a frame: always a tab of its own, which learns nothing of the page that frames. */
export function link(href: string, inside: string, attributes = ''): string {
	return `<a href="${escape(href)}" target="_blank" rel="noopener"${attributes && ` ${attributes}`}>${inside}</a>`;
}

/** A text that may be in another language than the page. */
export function text(words: string, lang: string | null = null): string {
	return lang === null ? escape(words) : `<span lang="${lang}">${escape(words)}</span>`;
}
