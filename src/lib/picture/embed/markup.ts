/** A text for HTML or XML, as content or as a quoted attribute; control characters that XML cannot hold are left out. */
export function escape(text: string): string {
	// eslint-disable-next-line no-control-regex
	return text.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '').replace(/[&<>"']/g, (c) => `&#${c.charCodeAt(0)};`);
}

/** A link out of a frame: always a tab of its own, which learns nothing of the page that frames. */
export function link(href: string, inside: string, attributes = ''): string {
	return `<a href="${escape(href)}" target="_blank" rel="noopener"${attributes && ` ${attributes}`}>${inside}</a>`;
}

/** A text that may be in another language than the page. */
export function text(words: string, lang: string | null = null): string {
	return lang === null ? escape(words) : `<span lang="${lang}">${escape(words)}</span>`;
}
