/** The two languages of every page; Chinese is the first. */
export const LOCALES = ['zh-CN', 'en'] as const;
export type Locale = (typeof LOCALES)[number];

/** A text in both languages; `en` may be missing where no English text exists. */
export type Bilingual = { readonly zh: string; readonly en: string | null };

/** The text in the language asked for, falling back to Chinese: an invented translation would be a guess. */
export function inLocale(text: Bilingual, locale: Locale): string {
	return locale === 'en' ? (text.en ?? text.zh) : text.zh;
}
