import type { Attachment } from 'svelte/attachments';

/** What a board does while one of its cards is dragged; stages are the `data-stage` of columns. */
export type Drag = {
	/** May this card be dragged? */
	readonly may: (id: string) => boolean;
	/** The column under the pointer has changed; null: none. */
	readonly over: (stage: string | null) => void;
	readonly drop: (id: string, stage: string) => void;
};

/** A press becomes a drag once it has moved so far, in px. */
const SLACK = 6;
/** So near to its edge, in px, a board that is wider than its window scrolls, by so much a frame. */
const EDGE = 48;
const PACE = 12;

/**
 * Lets the cards (`article[data-id]`) of a board be dragged between its columns: by a mouse anywhere on the card, by a
 * finger at its grip, so that the page can still be scrolled. Esc cancels.
 */
export function dragging({ may, over, drop }: Drag): Attachment<HTMLElement> {
	return (board) => {
		let end: (() => void) | null = null;

		function press(event: PointerEvent): void {
			const target = event.target as Element;
			const card = target.closest<HTMLElement>('article[data-id]');
			const byGrip = target.closest('[data-grip]') !== null;
			const elsewhere = target.closest('select, summary, input, label, button:not([data-grip])') !== null;
			const id = card?.dataset['id'];
			if (!card || id === undefined || elsewhere || event.button !== 0 || !event.isPrimary || !may(id)) return;
			if (event.pointerType !== 'mouse' && !byGrip) return;
			end?.();
			end = carry(board, card, event, { over, drop: (stage) => drop(id, stage) });
		}

		board.addEventListener('pointerdown', press);
		return () => {
			board.removeEventListener('pointerdown', press);
			end?.();
		};
	};
}

type Carried = { readonly over: (stage: string | null) => void; readonly drop: (stage: string) => void };

/** Carries one card until it is let go; returns what puts it back. */
function carry(board: HTMLElement, card: HTMLElement, start: PointerEvent, { over, drop }: Carried): () => void {
	const stop = new AbortController();
	const { signal } = stop;
	const from = { x: start.clientX, y: start.clientY, scroll: board.scrollLeft };
	let at = { x: from.x, y: from.y };
	let stage: string | null = null;
	let begun = false;
	let frame = 0;

	function follow(): void {
		card.style.transform = `translate(${at.x - from.x + board.scrollLeft - from.scroll}px, ${at.y - from.y}px)`;
		const column = document.elementFromPoint(at.x, at.y)?.closest<HTMLElement>('[data-stage]');
		const next = column && board.contains(column) ? (column.dataset['stage'] ?? null) : null;
		if (next !== stage) over((stage = next));
	}

	function scroll(): void {
		const { left, right } = board.getBoundingClientRect();
		const by = at.x < left + EDGE ? -PACE : at.x > right - EDGE ? PACE : 0;
		if (by !== 0) {
			board.scrollLeft += by;
			follow();
		}
		frame = requestAnimationFrame(scroll);
	}

	function move(event: PointerEvent): void {
		if (event.pointerId !== start.pointerId) return;
		at = { x: event.clientX, y: event.clientY };
		if (!begun && Math.hypot(at.x - from.x, at.y - from.y) < SLACK) return;
		if (!begun) {
			begun = true;
			card.classList.add('dragged');
			card.style.pointerEvents = 'none';
			frame = requestAnimationFrame(scroll);
		}
		event.preventDefault();
		follow();
	}

	function finish(): void {
		stop.abort();
		cancelAnimationFrame(frame);
		card.classList.remove('dragged');
		card.style.transform = card.style.pointerEvents = '';
		if (begun) over(null);
	}

	function release(event: PointerEvent): void {
		if (event.pointerId !== start.pointerId) return;
		const landed = stage;
		const dragged = begun;
		finish();
		if (!dragged) return;
		// What ends a drag opens no link.
		const swallow = (click: MouseEvent): void => {
			click.preventDefault();
			click.stopPropagation();
		};
		addEventListener('click', swallow, { capture: true, once: true });
		setTimeout(() => removeEventListener('click', swallow, { capture: true }));
		if (landed !== null) drop(landed);
	}

	addEventListener('pointermove', move, { signal });
	addEventListener('pointerup', release, { signal });
	addEventListener('pointercancel', finish, { signal });
	addEventListener('keydown', (event) => event.key === 'Escape' && finish(), { signal });
	return finish;
}
