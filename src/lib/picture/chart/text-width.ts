/** Han, kana, hangul and full-width forms: as wide as they are high. */
const WIDE = /[\u1100-\u115f\u2e80-\u303e\u3041-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe4f\uff00-\uff60\uffe0-\uffe6]|[\ud800-\udbff][\udc00-\udfff]/g;

/** The width of a line of text in pixels, estimated without a font: the server has none. Errs on the wide side. */
export function textWidth(text: string, fontSize: number): number {
	const wide = text.match(WIDE)?.length ?? 0;
	return fontSize * (wide + text.replace(WIDE, '').length * 0.57);
}

/** The text cut with an ellipsis so that it is no wider than `width` pixels; empty when not even one character fits. */
export function fitText(text: string, fontSize: number, width: number): string {
	if (textWidth(text, fontSize) <= width) return text;
	const characters = [...text];
	while (characters.length > 0 && textWidth(`${characters.join('')}…`, fontSize) > width) characters.pop();
	return characters.length > 0 ? `${characters.join('').trimEnd()}…` : '';
}
