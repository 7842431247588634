import { pushState, replaceState } from '$app/navigation';
import { page } from '$app/state';
import type { Day } from '#domain/day.ts';
import type { Locale } from '#domain/locale.ts';
import { writeView, type View } from '#domain/view.ts';
import { barePath, linkTo, localePath } from '#lib/i18n/address.ts';

/** The day the reader has moved to since the page was loaded; set in the browser only. Null: the day of the address. */
let moved = $state<Day | null>(null);

/** The page the reader is on: its language, its view, and addresses as seen from it. Reactive where it is read. */
export const here = {
	get locale(): Locale {
		return page.data.locale;
	},
	/** The view of the address, at the day the reader has moved to. */
	get view(): View {
		const view = page.state.view ?? page.data.view;
		return moved === null ? view : { ...view, at: moved === page.data.today ? null : moved };
	},
	/** The day the page speaks of. */
	get at(): Day {
		if (moved !== null || !page.state.view) return moved ?? page.data.at;
		const { at } = page.state.view;
		return at !== null && at < page.data.today ? at : page.data.today;
	},
	/** Moves the page to another day without asking the server; null goes back to the day of the address. */
	move(day: Day | null): void {
		moved = day;
	},
	/** Changes the view without asking the server, for a page that holds all it takes; the back button undoes it. */
	turn(changes: Partial<View>): void {
		const view = { ...here.view, after: null, ...changes };
		pushState(here.turned(changes), { view });
		moved = null;
	},
	/** Lets the address say what the page shows, in place of what it said. */
	rest(): void {
		const view = here.view;
		replaceState(here.turned({}), { view });
		moved = null;
	},
	/** The address of another page in the same language, at the same date, in the same theme. */
	link(path: string, changes: Partial<View> = {}): string {
		return linkTo(path, here.locale, here.view, changes);
	},
	/** The address of this page with a part of its view changed. Paging begins again. */
	turned(changes: Partial<View>): string {
		return localePath(barePath(page.url.pathname), here.locale) + writeView({ ...here.view, after: null, ...changes });
	},
	/** This page in the other language. */
	translated(locale: Locale): string {
		return localePath(barePath(page.url.pathname), locale) + writeView(here.view);
	}
};
