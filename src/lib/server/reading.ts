import type { Day } from '#domain/day.ts';
import { endOf, type Instant } from '#domain/instant.ts';
import type { Locale } from '#domain/locale.ts';
import { readView, type View } from '#domain/view.ts';
import { today } from './atlas.ts';

/** How a request reads the record: in which language, as of which day, and as recorded by when. */
export type Reading = {
	readonly locale: Locale;
	readonly view: View;
	readonly today: Day;
	/** The day the page speaks of; never after today. */
	readonly at: Day;
	/** Null: as recorded now. */
	readonly known: Instant | null;
};

/** Reads it from the address. */
export function readingOf({ url, locals }: { url: URL; locals: App.Locals }): Reading {
	const view = readView(url.searchParams);
	const now = today();
	return {
		locale: locals.locale,
		view,
		today: now,
		at: view.at !== null && view.at < now ? view.at : now,
		known: view.known !== null && view.known < now ? endOf(view.known) : null
	};
}
