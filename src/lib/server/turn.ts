/**
 * Asks at most once in a turn of the event loop: all requests that one turn takes in had been sent before it began, so
 * that what was true then is true for each of them.
 */
export function oncePerTurn<T>(read: () => T): () => T {
	let held: { readonly value: T } | null = null;
	return () => {
		if (held === null) {
			held = { value: read() };
			setImmediate(() => void (held = null));
		}
		return held.value;
	};
}
