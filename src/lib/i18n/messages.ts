import type { Locale } from '#domain/locale.ts';

/** One noun's texts in both languages; the type makes a text that is missing in one of them an error. */
export function messages<T extends object>(texts: { 'zh-CN': T; en: { [K in keyof T]: T[K] } }): Record<Locale, T> {
	return texts;
}
