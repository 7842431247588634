import { partsOf, type Day } from '#domain/day.ts';

/** What a citation names. `publisher` is the alliance, `title` the view; `read` is the day on which it was looked up. */
export type Cited = { readonly publisher: string; readonly title: string; readonly at: Day; readonly read: Day; readonly url: string };

const MONTHS = ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December'];

/** By GB/T 7714—2015, a data set online: 责任者. 题名[DS/OL]. (更新日期)[引用日期]. 网址. */
export function citeGbt({ publisher, title, at, read, url }: Cited): string {
	return `${stopless(publisher)}. ${stopless(title)}[DS/OL]. (${at})[${read}]. ${url}.`;
}

/** By APA, seventh edition: Publisher. (date). *Title* [Data set]. Retrieved date, from address. */
export function citeApa({ publisher, title, at, read, url }: Cited): string {
	const [on, looked] = [partsOf(at), partsOf(read)];
	return `${stopless(publisher)}. (${on.year}, ${MONTHS[on.month - 1]} ${on.day}). ${stopless(title)} [Data set]. Retrieved ${MONTHS[looked.month - 1]} ${looked.day}, ${looked.year}, from ${url}`;
}

function stopless(text: string): string {
	return text.replace(/[.。\s]+$/u, '');
}
