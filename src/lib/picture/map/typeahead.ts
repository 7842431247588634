import type { Adcode } from '#domain/place.ts';
import type { SceneArea } from './scene.ts';

/** What was typed so far; `at` in ms on any rising clock. */
export type Typed = { readonly text: string; readonly at: number };

export const NOTHING_TYPED: Typed = { text: '', at: -Infinity };

/** Letters that follow each other faster than this make one word. */
const PAUSE_MS = 800;

/**
 * Adds a letter to what was typed and finds the area meant: by the beginning of its pinyin, else of its initials,
 * or of its short name. A word that fits nothing begins anew with its last letter. One letter alone goes on to the
 * next area after `from`; more letters stay on `from` while it fits.
 */
export function typed(
	before: Typed,
	letter: string,
	at: number,
	areas: readonly SceneArea[],
	from: Adcode | null
): { typed: Typed; code: Adcode | null } {
	const key = letter.toLowerCase();
	const words = at - before.at < PAUSE_MS && before.text ? [before.text + key, key] : [key];
	for (const text of words) {
		const code = fitting(text, areas, from);
		if (code) return { typed: { text, at }, code };
	}
	return { typed: { text: key, at }, code: null };
}

function fitting(text: string, areas: readonly SceneArea[], from: Adcode | null): Adcode | null {
	const begins = (words: (area: SceneArea) => string[]) => {
		const fits = areas.filter((area) => words(area).some((word) => word.toLowerCase().startsWith(text)));
		if (text.length > 1 && fits.some(({ code }) => code === from)) return from;
		return (fits.find(({ code }) => from !== null && code > from) ?? fits[0])?.code ?? null;
	};
	return begins(({ pinyin, name }) => [pinyin, name.replace(/[^\p{L}]/gu, '')]) ?? begins(({ initials }) => [initials]);
}
