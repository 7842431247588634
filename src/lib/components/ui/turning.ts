import { tick } from 'svelte';
import type { Attachment } from 'svelte/attachments';
import { readView } from '#domain/view.ts';
import { here } from './here.svelte.ts';

/**
 * Links marked `data-turn` below an element change the view of the page they stand on without asking the server; their
 * addresses say the same. A link that goes away with its click hands the focus to the first of its kind, so that the
 * keyboard does not begin anew. `turned` is called when the page shows the new view.
 */
export function turning(turned: () => void): Attachment<HTMLElement> {
	return (element) => {
		const click = async (event: MouseEvent): Promise<void> => {
			const link = (event.target as Element).closest<HTMLAnchorElement>('a[data-turn]');
			const plain = event.button === 0 && !event.ctrlKey && !event.metaKey && !event.shiftKey && !event.altKey;
			if (!link || !plain || event.defaultPrevented || link.pathname !== location.pathname) return;
			event.preventDefault();
			here.turn(readView(new URL(link.href).searchParams));
			await tick();
			if (!link.isConnected) element.querySelector<HTMLElement>('[data-turn-home]')?.focus();
			turned();
		};
		/* The router would fetch what such a link leads to as soon as it is pointed at. */
		const point = ({ target }: Event): void => {
			const link = (target as Element).closest<HTMLAnchorElement>('a[data-turn]');
			if (link) link.dataset.sveltekitPreloadData = 'false';
		};
		element.addEventListener('click', click);
		element.addEventListener('pointerover', point);
		return () => {
			element.removeEventListener('click', click);
			element.removeEventListener('pointerover', point);
		};
	};
}
