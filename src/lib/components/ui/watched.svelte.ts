import type { Attachment } from 'svelte/attachments';
import type { Day } from '#domain/day.ts';
import { here } from './here.svelte.ts';

/** A piece of the page: the day it shows, and what must be attached to its element. */
export type Watched = { readonly day: Day; readonly seen: Attachment };

/** How far outside the window a piece still counts as in view. */
const AHEAD = '64px';

/**
 * The day that a piece of a page shows as one of the parts of `here.followed`. While the day moves, a piece out of view
 * keeps the one it had; it follows when it comes into view, or when the day rests.
 */
export function watched(part: number): Watched {
	let inView = $state(true);
	let last: Day | undefined;
	const day = $derived.by(() => {
		if (last === undefined || inView || !here.moving) last = here.followed(part);
		return last;
	});
	return {
		get day() {
			return day;
		},
		seen(element) {
			const observer = new IntersectionObserver((entries) => (inView = entries.at(-1)?.isIntersecting ?? true), { rootMargin: AHEAD });
			observer.observe(element);
			return () => observer.disconnect();
		}
	};
}
