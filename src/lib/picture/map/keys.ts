import type { Direction } from '#geo/regions/direction.ts';

/** What a key means on the map. */
export type KeyAction =
	| { readonly do: 'move'; readonly direction: Direction }
	| { readonly do: 'first' | 'last' | 'up' | 'in' | 'out' | 'reset' }
	| { readonly do: 'type'; readonly letter: string };

const ACTIONS: Readonly<Record<string, KeyAction>> = {
	ArrowUp: { do: 'move', direction: 'up' },
	ArrowDown: { do: 'move', direction: 'down' },
	ArrowLeft: { do: 'move', direction: 'left' },
	ArrowRight: { do: 'move', direction: 'right' },
	Home: { do: 'first' },
	End: { do: 'last' },
	Escape: { do: 'up' },
	'+': { do: 'in' },
	'=': { do: 'in' },
	'-': { do: 'out' },
	'0': { do: 'reset' }
};

/** The meaning of a key; null for keys that are the browser's (Enter opens the link by itself). */
export function keyAction(event: Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'altKey'>): KeyAction | null {
	if (event.ctrlKey || event.metaKey || event.altKey) return null;
	if (Object.hasOwn(ACTIONS, event.key)) return ACTIONS[event.key]!;
	return /^\p{L}$/u.test(event.key) ? { do: 'type', letter: event.key } : null;
}
