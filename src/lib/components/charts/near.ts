import { whenIdle } from '#lib/components/ui/idle.ts';

/** How far below the window a chart may be and still count as near. */
const MARGIN = '240px';

/**
 * Calls `run` once, when the element is near the window and the browser idle after loading, or at once when a pointer
 * or the keyboard's focus comes to it. Returns what calls it off.
 */
export function whenNear(element: HTMLElement, run: () => void): () => void {
	let cancelIdle = () => {};
	const stop = () => {
		observer.disconnect();
		cancelIdle();
		window.removeEventListener('load', wait);
		element.removeEventListener('pointerenter', now);
		element.removeEventListener('focusin', now);
	};
	const now = () => {
		stop();
		run();
	};
	const wait = () => {
		cancelIdle = whenIdle(now);
	};
	const observer = new IntersectionObserver(
		(entries) => {
			if (!entries.some(({ isIntersecting }) => isIntersecting)) return;
			observer.disconnect();
			if (document.readyState === 'complete') wait();
			else window.addEventListener('load', wait, { once: true });
		},
		{ rootMargin: MARGIN }
	);
	observer.observe(element);
	element.addEventListener('pointerenter', now);
	element.addEventListener('focusin', now);
	return stop;
}
