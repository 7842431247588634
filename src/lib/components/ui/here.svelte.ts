import { pushState, replaceState } from '$app/navigation';
import { page } from '$app/state';
import type { Day } from '#domain/day.ts';
import type { Locale } from '#domain/locale.ts';
import { writeView, type View } from '#domain/view.ts';
import { barePath, linkTo, localePath } from '#lib/i18n/address.ts';

/** The day the reader has moved to since the page was loaded; set in the browser only. Null: the day of the address. */
let moved = $state<Day | null>(null);

/** Parts of a page that follow a moving day one after the other. */
const PARTS = 6;
/** The day each part still shows while it waits for its frame; null: all have arrived. */
let waiting = $state.raw<readonly Day[] | null>(null);
let turnOf = 0;
/* A value of its own: what asks for it is not asked again with every move. */
const moving = $derived(moved !== null || waiting !== null);

/** Brings the next part that is behind to the present day: each has a frame of its own, so that none is long. */
function follow(): void {
	if (waiting === null) return;
	const to = here.at;
	const order = Array.from({ length: PARTS }, (_, i) => (turnOf + i) % PARTS);
	const next = order.find((part) => waiting?.[part] !== to);
	if (next === undefined) return void (waiting = null);
	waiting = waiting.with(next, to);
	turnOf = (next + 1) % PARTS;
	requestAnimationFrame(follow);
}

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
	/** The day that a part of the page (0 to 5) shows: a few frames behind `at` while that moves. */
	followed(part: number): Day {
		return waiting?.[part] ?? here.at;
	},
	/** Moves the page to another day without asking the server; null goes back to the day of the address. */
	move(day: Day | null): void {
		const before = here.at;
		moved = day;
		if (day === null) waiting = null;
		else if (waiting === null && here.at !== before) {
			waiting = Array<Day>(PARTS).fill(before);
			requestAnimationFrame(follow);
		}
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
