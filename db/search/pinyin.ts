import { customPinyin, pinyin } from 'pinyin-pro';

// Place names that the package's dictionary reads by the commoner sound.
customPinyin({
	乐清: 'yuè qīng',
	歙县: 'shè xiàn',
	涡阳: 'guō yáng',
	六合: 'lù hé',
	六安: 'lù ān',
	莲都: 'lián dū',
	江都: 'jiāng dū',
	盐都: 'yán dū',
	蚌山: 'bèng shān',
	闵行: 'mǐn háng',
	浦东: 'pǔ dōng',
	景宁: 'jǐng níng',
	长三角: 'cháng sān jiǎo'
});

/** Full pinyin, lowercase, without tones, spaces or punctuation: 红豆集团 → `hongdoujituan`. */
export function fullPinyin(text: string): string {
	return syllables(text).join('');
}

/** The first letter of each syllable or Latin letter: 红豆集团 → `hdjt`. */
export function pinyinInitials(text: string): string {
	return syllables(text)
		.map((syllable) => syllable.charAt(0))
		.join('');
}

function syllables(text: string): string[] {
	return pinyin(text, { toneType: 'none', type: 'array', v: true })
		.map((syllable) => syllable.normalize('NFKC').toLowerCase().replace(/[^\p{L}\p{N}]/gu, ''))
		.filter(Boolean);
}
