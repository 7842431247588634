import { cities } from './city.ts';
import { districts } from './district.ts';
import { provinces } from './province.ts';
import type { Place } from './code.ts';
import type { Region } from './region.ts';

/** All 349 places: provinces, cities, districts. Shanghai once, as a city. */
const places: readonly Place[] = [
	...cities.map((region): Place => ({ level: 'city', region })),
	...provinces
		.filter(({ adcode }) => !cities.some((city) => city.adcode === adcode))
		.map((region): Place => ({ level: 'province', region })),
	...districts.map((region): Place => ({ level: 'district', region }))
];

/**
 * Regions that answer a query, best first: by Chinese or English name, reading, initials or the beginning of the
 * code. An exact name stands before a beginning, a beginning before a part; cities before districts. `[]` for a
 * blank query. Needs the districts: for the server.
 */
export function searchRegions(query: string): Place[] {
	const text = plain(query);
	if (!text) return [];
	return ranked((region) => rank(region, text), Infinity);
}

/**
 * The `n` regions whose code, Chinese name, reading or initials are the fewest keystrokes away from a text that may
 * be mistyped, nearest first; `[]` for a blank text. Needs the districts: for the server.
 */
export function nearestRegions(text: string, n: number): Place[] {
	const typed = plain(text);
	if (!typed) return [];
	// A code is compared with codes only: any name is closer to 320299 than it should be.
	const isCode = /^\d+$/.test(typed);
	return ranked((region) => {
		if (isCode) return editDistance(typed, region.adcode);
		const names = [region.zh, region.zhShort, region.pinyin, plain(region.enFull)];
		return Math.min(...names.map((name) => editDistance(typed, name) / Math.max(typed.length, name.length)));
	}, n);
}

function ranked(score: (region: Region) => number, n: number): Place[] {
	return places
		.map((place) => ({ place, score: score(place.region) }))
		.filter(({ score }) => score < Infinity)
		.sort((a, b) => a.score - b.score)
		.slice(0, n)
		.map(({ place }) => place);
}

/** How the last words of full names are read: 新吴区 is `xinwuqu` and `xwq` to whoever types it whole. */
const LAST_WORDS: Readonly<Record<string, string>> = { 市: 'shi', 区: 'qu', 新区: 'xin qu', 县: 'xian', 畲族自治县: 'she zu zi zhi xian', 省: 'sheng' };

/** The reading and the initials of the last word of a region's full name; empty where its short name is the full one. */
function lastWord({ zh, zhShort }: Region): { pinyin: string; initials: string } {
	const syllables = (LAST_WORDS[zh.slice(zhShort.length)] ?? '').split(' ');
	return { pinyin: syllables.join(''), initials: syllables.map((syllable) => syllable.charAt(0)).join('') };
}

function rank(region: Region, text: string): number {
	const last = lastWord(region);
	const names = [region.zh, region.zhShort, region.pinyin, plain(region.enFull), region.adcode, region.pinyin + last.pinyin];
	const initials = [region.initials, region.initials + last.initials];
	if (names.includes(text)) return 0;
	if (initials.includes(text)) return 1;
	if (names.some((name) => name.startsWith(text))) return 2;
	if (initials.some((letters) => letters.startsWith(text))) return 3;
	if (text.length > 1 || /\p{Script=Han}/u.test(text)) {
		if ([region.zh, region.pinyin].some((name) => name.includes(text))) return 4;
	}
	return Infinity;
}

function plain(text: string): string {
	return text.normalize('NFKC').toLowerCase().replace(/[\s'’·.-]/g, '');
}

/** Insertions, deletions, replacements and swaps of neighbours that turn one text into the other. */
export function editDistance(a: string, b: string): number {
	let [before, last] = [[] as number[], Array.from({ length: b.length + 1 }, (_, j) => j)];
	for (let i = 1; i <= a.length; i++) {
		const row = [i];
		for (let j = 1; j <= b.length; j++) {
			const replaced = last[j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1);
			row[j] = Math.min(replaced, last[j]! + 1, row[j - 1]! + 1);
			const swapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
			if (swapped) row[j] = Math.min(row[j]!, before[j - 2]! + 1);
		}
		[before, last] = [last, row];
	}
	return last[b.length]!;
}
