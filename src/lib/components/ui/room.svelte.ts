import { here } from './here.svelte.ts';

/**
 * Room for words above something that is pulled: while the day moves, they take as much as the most of them took, so that
 * nothing is pushed about under the pull. `box` is to be bound to the element's `borderBoxSize`, `height` is its `min-height`.
 */
export class Room {
	box = $state.raw<readonly ResizeObserverSize[]>();
	#most = 0;
	readonly height = $derived.by(() => {
		this.#most = here.moving ? Math.max(this.#most, this.box?.[0]?.blockSize ?? 0) : 0;
		return this.#most > 0 ? `${this.#most}px` : null;
	});
}
