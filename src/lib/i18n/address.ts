import type { Locale } from '#domain/locale.ts';
import { carried, writeView, type View } from '#domain/view.ts';

/** The language an address is in: `/en` and everything below it is English. */
export function localeOf(pathname: string): Locale {
	return pathname === '/en' || pathname.startsWith('/en/') ? 'en' : 'zh-CN';
}

/** An address without its language: `/en/cities/320200` → `/cities/320200`. */
export function barePath(pathname: string): string {
	return localeOf(pathname) === 'en' ? pathname.slice(3) || '/' : pathname;
}

/** An address (path, with or without a query) in a language. */
export function localePath(path: string, locale: Locale): string {
	if (locale === 'zh-CN') return path;
	return path === '/' ? '/en' : path.startsWith('/?') ? `/en${path.slice(1)}` : `/en${path}`;
}

/** Characters of an address that a sentence bears. */
const MOST = 80;

/** An address as a person reads it: `/cities/%E6%97%A0` → `/cities/无`; a malformed one as it stands, a long one cut. */
export function spokenPath(pathname: string): string {
	let path = pathname;
	try {
		path = decodeURI(pathname);
	} catch {
		// Malformed: shown as it was typed.
	}
	const letters = [...path];
	return letters.length > MOST ? `${letters.slice(0, MOST).join('')}…` : path;
}

/** A page's address in a language, keeping the day, the record time and the theme of the view it is linked from. */
export function linkTo(path: string, locale: Locale, view: View, changes: Partial<View> = {}): string {
	return localePath(path, locale) + writeView({ ...carried(view), ...changes });
}
