import { pushState, replaceState } from '$app/navigation';
import { page } from '$app/state';
import type { Day } from '#domain/day.ts';
import type { Locale } from '#domain/locale.ts';
import { writeView, type View } from '#domain/view.ts';
import { barePath, linkTo, localePath } from '#lib/i18n/address.ts';
import { Following, type Follower } from './follower.svelte.ts';

/** The day the reader has moved to since the page was loaded; set in the browser only. Null: the day of the address. */
let moved = $state<Day | null>(null);

/** The pieces of the page that follow it. */
const following = new Following(() => here.at, (turn) => requestAnimationFrame(turn));
/* A value of its own: what asks for it is not asked again with every move. */
const moving = $derived(moved !== null || following.underWay);

/** The page the reader is on: its language, its view, and addresses as seen from it. Reactive where it is read. */
export const here = {
	get locale(): Locale {
		return page.data.locale;
	},
	/** The view of the address. While the day moves it stays: addresses follow when the day has come to rest. */
	get view(): View {
		return page.state.view ?? page.data.view;
	},
	/** The day the page speaks of. */
	get at(): Day {
		if (moved !== null || !page.state.view) return moved ?? page.data.at;
		const { at } = page.state.view;
		return at !== null && at < page.data.today ? at : page.data.today;
	},
	/** Is the day moving, so that the address, or a part of the page, does not say it yet? */
	get moving(): boolean {
		return moving;
	},
	/** Lets a piece of the page follow; returns what ends that. */
	join(follower: Follower): () => void {
		return following.join(follower);
	},
	/** Brings the pieces that are behind to the day, where it moves. */
	follow(): void {
		if (moved !== null) following.go();
	},
	/** Moves the page to another day without asking the server; null goes back to the day of the address. */
	move(day: Day | null): void {
		const before = here.at;
		if (!moving) following.hold(before);
		moved = day;
		if (day === null) following.end();
		else if (here.at !== before) following.go();
	},
	/** Changes the view without asking the server, for a page that holds all it takes; the back button undoes it. */
	turn(changes: Partial<View>): void {
		const view = { ...arrived(), after: null, ...changes };
		pushState(addressOf(view), { view });
		moved = null;
	},
	/** Lets the address say what the page shows, in place of what it said. */
	rest(): void {
		const view = arrived();
		replaceState(addressOf(view), { view });
		moved = null;
	},
	/** The address of another page in the same language, at the same date, in the same theme. */
	link(path: string, changes: Partial<View> = {}): string {
		const { locale, view } = here;
		return written(view, `${locale} ${path} ${JSON.stringify(changes)}`, () => linkTo(path, locale, view, changes));
	},
	/** The address of this page with a part of its view changed. Paging begins again. */
	turned(changes: Partial<View>): string {
		const { locale, view } = here;
		return written(view, `${locale} ${page.url.pathname}? ${JSON.stringify(changes)}`, () => addressOf({ ...view, after: null, ...changes }));
	},
	/** This page in the other language. */
	translated(locale: Locale): string {
		return localePath(barePath(page.url.pathname), locale) + writeView(here.view);
	}
};

/** Addresses by the view they were written from: each row of a table asks for its own whenever its number changes. */
const addresses = new WeakMap<View, Map<string, string>>();

function written(view: View, key: string, write: () => string): string {
	// eslint-disable-next-line svelte/prefer-svelte-reactivity -- nothing is drawn from it: it only spares writing anew
	const known = addresses.get(view) ?? new Map<string, string>();
	addresses.set(view, known);
	const address = known.get(key) ?? write();
	known.set(key, address);
	return address;
}

/** The view at the day the reader has moved to. */
function arrived(): View {
	return { ...here.view, at: here.at === page.data.today ? null : here.at };
}

function addressOf(view: View): string {
	return localePath(barePath(page.url.pathname), here.locale) + writeView(view);
}
