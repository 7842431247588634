/** Within so long an idle moment is waited for; where the browser knows none, the other. */
const PATIENCE_MS = 3000;
const BLIND_MS = 300;

/** Calls `run` once at the browser's next idle moment. Returns what calls it off. */
export function whenIdle(run: () => void): () => void {
	if (typeof requestIdleCallback === 'function') {
		const handle = requestIdleCallback(run, { timeout: PATIENCE_MS });
		return () => cancelIdleCallback(handle);
	}
	const handle = setTimeout(run, BLIND_MS);
	return () => clearTimeout(handle);
}
