import { pinyin } from 'pinyin-pro';

/** The names of one region; the fields are those of `Region` in geo/regions. */
export type Names = { zh: string; zhShort: string; en: string; enFull: string; pinyin: string; initials: string };

/** A region to be named: `city` is the Chinese name of the city a district lies in. */
export type Named = { readonly adcode: string; readonly zh: string; readonly level: Level; readonly within: string };
type Level = 'province' | 'city' | 'district';

// Place readings that pinyin-pro gets wrong; the other names of the 350 were read through one by one.
const READINGS: Readonly<Record<string, readonly string[]>> = {
	闵行: ['min', 'hang'],
	六合: ['lu', 'he'],
	盐都: ['yan', 'du'],
	江都: ['jiang', 'du'],
	莲都: ['lian', 'du'],
	乐清: ['yue', 'qing'],
	蚌山: ['beng', 'shan'],
	歙县: ['she', 'xian'],
	涡阳: ['guo', 'yang']
};

const KINDS: readonly (readonly [suffix: string, en: string])[] = [
	['畲族自治县', 'She Autonomous County'],
	['新区', 'New Area'],
	['区', 'District'],
	['县', 'County'],
	['市', 'City']
];

/**
 * Names every region, in the order given. A short or an English name that two regions would share is told apart:
 * 淮安区 keeps its 区 beside the city 淮安, Suzhou becomes Suzhou (Jiangsu), Gulou District becomes
 * Gulou District (Nanjing). `within` of a city is its province, of a district its city.
 */
export function nameRegions(regions: readonly Named[]): Map<string, Names> {
	const cities = new Set(regions.filter(({ level }) => level === 'city').map(({ zh }) => stemOf(zh)));
	const plain = regions.map((region) => ({ region, names: plainNames(region, cities) }));
	const taken = Map.groupBy(plain, ({ region, names }) => `${region.level} ${names.enFull}`);
	return new Map(
		plain.map(({ region, names }) => {
			const shared = (taken.get(`${region.level} ${names.enFull}`)?.length ?? 0) > 1;
			const enFull = shared ? `${names.enFull} (${english(syllables(region.within, stemOf(region.within)))})` : names.enFull;
			return [`${region.level} ${region.adcode}`, { ...names, enFull }];
		})
	);
}

function plainNames({ zh, level }: Named, cities: ReadonlySet<string>): Names {
	const stem = stemOf(zh);
	const reading = syllables(zh, stem);
	const en = english(reading);
	const kind = KINDS.find(([suffix]) => zh.endsWith(suffix))?.[1];
	return {
		zh,
		zhShort: level === 'district' && cities.has(stem) ? zh : stem,
		en,
		enFull: level === 'district' && kind ? `${en} ${kind}` : en,
		pinyin: reading.join(''),
		initials: reading.map((syllable) => syllable[0]).join('')
	};
}

/** The name without its kind; a name of one character keeps it, as in 歙县. */
function stemOf(zh: string): string {
	const suffix = [...KINDS.map(([text]) => text), '省'].find((text) => zh.endsWith(text)) ?? '';
	const stem = zh.slice(0, zh.length - suffix.length);
	return stem.length > 1 ? stem : zh;
}

function syllables(zh: string, stem: string): string[] {
	// Read the whole name, keep the stem's part: without its kind, the reader mistakes more names.
	const read = pinyin(zh, { toneType: 'none', type: 'array', v: true }).slice(0, stem.length);
	return [...(READINGS[stem] ?? read)];
}

function english(reading: readonly string[]): string {
	const [first = '', ...rest] = reading;
	const joined = rest.reduce((name, syllable) => name + (/^[aeo]/.test(syllable) ? "'" : '') + syllable, first);
	return joined.charAt(0).toUpperCase() + joined.slice(1);
}
