import { tick } from 'svelte';
import type { Attachment } from 'svelte/attachments';
import { goto } from '$app/navigation';
import { readView, type View } from '#domain/view.ts';
import { here } from './here.svelte.ts';

const STAYING = { noScroll: true, keepFocus: true };

/** The change of the view that was asked for last. */
let last: Promise<unknown> = Promise.resolve();

/**
 * Makes one change of the view after the other: the next is worked out from what the page says when the one before has
 * come back, so that none of two quick clicks is lost. Resolves when the page shows it.
 */
export function inTurn(change: () => unknown): Promise<void> {
	const done = last.then(change).then(tick);
	last = done.catch(() => undefined);
	return done;
}

/** Asks the server for this page with a part of its view changed. Where the reader looks, and the focus, stay. */
export function ask(changes: Partial<View>): Promise<void> {
	return inTurn(() => goto(here.turned(changes), STAYING));
}

/**
 * Links marked `data-turn` below an element change the view of the page they stand on without asking the server, those
 * marked `data-turn="ask"` by asking it; their addresses say the same. A link that goes away with its click hands the focus
 * to the first of its kind, so that the keyboard does not begin anew. `turned` is called when the page shows the new view.
 */
export function turning(turned: () => void): Attachment<HTMLElement> {
	return links((link) => link.dataset['turn'] === 'ask', turned);
}

/** As `turning`, for a page that asks the server for every change. */
export const asking: Attachment<HTMLElement> = links(() => true);

function links(asks: (link: HTMLAnchorElement) => boolean, turned?: () => void): Attachment<HTMLElement> {
	return (element) => {
		const click = async (event: MouseEvent): Promise<void> => {
			const link = (event.target as Element).closest<HTMLAnchorElement>('a[data-turn]');
			const plain = event.button === 0 && !event.ctrlKey && !event.metaKey && !event.shiftKey && !event.altKey;
			if (!link || !plain || event.defaultPrevented || link.pathname !== location.pathname) return;
			event.preventDefault();
			let isGone = false;
			await inTurn(async () => {
				// With the change before.
				isGone = !link.isConnected;
				if (isGone) return;
				if (asks(link)) await goto(link.href, STAYING);
				else here.turn(readView(new URL(link.href).searchParams));
			});
			if (isGone) return;
			if (!link.isConnected) element.querySelector<HTMLElement>('[data-turn-home]')?.focus();
			turned?.();
		};
		/* The router would fetch what such a link leads to as soon as it is pointed at. */
		const point = ({ target }: Event): void => {
			const link = (target as Element).closest<HTMLAnchorElement>('a[data-turn]');
			if (link && !asks(link)) link.dataset.sveltekitPreloadData = 'false';
		};
		element.addEventListener('click', click);
		element.addEventListener('pointerover', point);
		return () => {
			element.removeEventListener('click', click);
			element.removeEventListener('pointerover', point);
		};
	};
}
