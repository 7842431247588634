import type { Attachment } from 'svelte/attachments';
import type { Adcode } from '#domain/place.ts';
import { toward } from '#geo/regions/direction.ts';
import type { Picture } from '#geo/regions/picture.ts';
import { keyAction } from '#lib/picture/map/keys.ts';
import type { SceneArea } from '#lib/picture/map/scene.ts';
import { openAreas, spots } from '#lib/picture/map/spots.ts';
import { NOTHING_TYPED, typed } from '#lib/picture/map/typeahead.ts';

type Keyboard = {
	readonly picture: () => Picture;
	readonly areas: () => readonly SceneArea[];
	readonly focus: (code: Adcode) => void;
	/** The focus came to an area, or left (null); `ring`: it came by the keyboard. */
	readonly focused: (code: Adcode | null, ring: boolean) => void;
	readonly zoom: (steps: number) => void;
	readonly reset: () => void;
	readonly up: () => void;
};

/**
 * Makes the areas of a drawing one stop of the keyboard: arrows, Home, End, letters, zoom and Esc. For an element
 * round the drawing: Chromium makes an svg that listens for the focus a stop of its own.
 */
export function keyboard(map: Keyboard): Attachment<HTMLElement> {
	return (element) => {
		const end = new AbortController();
		let word = NOTHING_TYPED;

		const press = (event: KeyboardEvent): void => {
			const from = codeOf(event.target);
			const action = keyAction(event);
			if (!action || !from) return;
			const open = openAreas(map.picture(), map.areas());
			let to: Adcode | null = null;
			if (action.do === 'move') to = toward(from, action.direction, spots(map.picture(), open));
			else if (action.do === 'first') to = open[0]?.code ?? null;
			else if (action.do === 'last') to = open.at(-1)?.code ?? null;
			else if (action.do === 'type') {
				const found = typed(word, action.letter, event.timeStamp, open, from);
				word = found.typed;
				to = found.code;
			} else if (action.do === 'up') map.up();
			else if (action.do === 'reset') map.reset();
			else map.zoom(action.do === 'in' ? 1 : -1);
			event.preventDefault();
			if (to) map.focus(to);
		};

		element.addEventListener('keydown', press, { signal: end.signal });
		element.addEventListener(
			'focusin',
			({ target }) => map.focused(codeOf(target), (target as Element).matches(':focus-visible')),
			{ signal: end.signal }
		);
		const leave = ({ relatedTarget }: FocusEvent): void => {
			if (codeOf(relatedTarget)) return; // that area's own focusin tells
			// An area that goes with its page tells so in the middle of its removal, when no state may be changed.
			queueMicrotask(() => end.signal.aborted || map.focused(null, false));
		};
		element.addEventListener('focusout', leave, { signal: end.signal });
		return () => end.abort();
	};
}

function codeOf(target: EventTarget | null): Adcode | null {
	return (target as Element | null)?.closest<SVGElement>('a[data-code]')?.dataset.code ?? null;
}
