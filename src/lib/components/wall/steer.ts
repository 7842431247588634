import type { Attachment } from 'svelte/attachments';

export type Steering = {
	/** To another turn, so many on or back. */
	readonly step: (by: number) => void;
	/** To the first or the last turn. */
	readonly jump: (to: 'first' | 'last') => void;
	readonly toggle: () => void;
	/** Somebody is there: called on any touch, key or move of the pointer. */
	readonly stir: () => void;
};

/** A finger that moved so many pixels, and mostly sideways, has swiped. */
const SWIPE = 60;

const STEPS: Readonly<Record<string, number>> = { ArrowRight: 1, PageDown: 1, ArrowLeft: -1, PageUp: -1 };

/** Keys (arrows, space, Home, End, and the page keys that a presenter's clicker sends) and swipes over the whole window. */
export function steered(steering: Steering): Attachment<HTMLElement> {
	return () => {
		const end = new AbortController();
		const on = <K extends keyof WindowEventMap>(type: K, act: (event: WindowEventMap[K]) => void): void =>
			addEventListener(type, act, { signal: end.signal, passive: type !== 'keydown' });
		let from: { id: number; x: number; y: number } | null = null;

		on('keydown', (event) => {
			steering.stir();
			if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return;
			const own = (event.target as Element | null)?.closest?.('a, button, input, select, textarea');
			if (event.key === ' ' && own) return; // it presses what has the focus
			if (event.key === ' ') steering.toggle();
			else if (event.key === 'Home') steering.jump('first');
			else if (event.key === 'End') steering.jump('last');
			else if (STEPS[event.key] !== undefined) steering.step(STEPS[event.key] as number);
			else return;
			event.preventDefault();
		});
		on('pointermove', steering.stir);
		on('pointerdown', (event) => {
			steering.stir();
			from = event.pointerType === 'mouse' ? null : { id: event.pointerId, x: event.clientX, y: event.clientY };
		});
		on('pointerup', (event) => {
			if (from?.id !== event.pointerId) return;
			const [x, y] = [event.clientX - from.x, event.clientY - from.y];
			from = null;
			if (Math.abs(x) >= SWIPE && Math.abs(x) > 2 * Math.abs(y)) steering.step(x < 0 ? 1 : -1);
		});
		on('pointercancel', () => (from = null));
		return () => end.abort();
	};
}
