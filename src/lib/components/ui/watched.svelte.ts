import type { Attachment } from 'svelte/attachments';
import type { Day } from '#domain/day.ts';
import { Follower } from './follower.svelte.ts';
import { here } from './here.svelte.ts';

/** A piece of the page: the day it shows, and what must be attached to its element. */
export type Watched = { readonly day: Day; readonly seen: Attachment };

/** How far outside the window a piece still counts as in view. */
const AHEAD = '64px';

/**
 * The day that a piece of a page shows. While the day moves, it follows in turns with the other pieces; out of view it
 * keeps the one it had until it comes into view, or the day rests.
 */
export function watched(): Watched {
	const follower = new Follower();
	const day = $derived(here.moving ? (follower.day ?? here.at) : here.at);
	return {
		get day() {
			return day;
		},
		seen(element) {
			const leave = here.join(follower);
			const observer = new IntersectionObserver(
				(entries) => {
					follower.inView = entries.at(-1)?.isIntersecting ?? true;
					if (follower.inView) here.follow();
				},
				{ rootMargin: AHEAD }
			);
			observer.observe(element);
			return () => {
				observer.disconnect();
				leave();
			};
		}
	};
}
