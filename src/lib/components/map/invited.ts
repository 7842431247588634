import type { Attachment } from 'svelte/attachments';
import { whenIdle } from '#lib/components/ui/idle.ts';

type Connection = { readonly saveData?: boolean };

/**
 * Calls `start` when the reader reaches for the element: the pointer moves over it (it may have rested there before the
 * script took over), a finger touches, the focus moves in.
 * If `eager` says so, also at the first idle moment, on a wide screen whose reader does not save data.
 */
export function invited(start: () => void, eager: () => boolean): Attachment<HTMLElement> {
	return (element) => {
		const end = new AbortController();
		for (const type of ['pointerenter', 'pointermove', 'touchstart', 'focusin']) {
			element.addEventListener(type, start, { signal: end.signal, passive: true });
		}
		if (eager() && isWide() && !savesData()) {
			end.signal.addEventListener('abort', whenIdle(start));
		}
		return () => end.abort();
	};
}

function isWide(): boolean {
	return matchMedia('(min-width: 60rem)').matches;
}

function savesData(): boolean {
	const { connection } = navigator as Navigator & { connection?: Connection };
	return connection?.saveData === true || matchMedia('(prefers-reduced-data: reduce)').matches;
}
