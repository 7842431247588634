/** Keeps the screen from going dark while the page is seen; call what it returns to let go. A browser that cannot, or will not, goes dark. */
export function awake(): () => void {
	if (!('wakeLock' in navigator)) return () => undefined;
	let lock: WakeLockSentinel | null = null;
	let ended = false;

	async function ask(): Promise<void> {
		if (document.visibilityState !== 'visible') return;
		try {
			lock = await navigator.wakeLock.request('screen');
			if (ended) await lock.release();
		} catch {
			// Refused on a low battery or by policy: the machine's own settings then decide, and the wall works all the same.
			lock = null;
		}
	}

	// The browser takes the lock back whenever the page is hidden.
	document.addEventListener('visibilitychange', ask);
	void ask();
	return () => {
		ended = true;
		document.removeEventListener('visibilitychange', ask);
		void lock?.release();
	};
}
