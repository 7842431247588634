/** What the server says while it is followed; see routes/live. */
export type Heard = { readonly stamp: string; readonly time: string; readonly build: string };

/** The part of an EventSource that is used here. */
export type Stream = {
	onmessage: ((event: { data: string }) => void) | null;
	onerror: (() => void) | null;
	close(): void;
};

export type Following = {
	/** Hangs up and calls again, after a pause that doubles with every failure in a row. */
	again(): void;
	end(): void;
};

/** The server speaks every 20 s; after so long without a word the line is dead, even where nothing has said so. */
export const SILENCE_MS = 45_000;
const FIRST_PAUSE_MS = 1000;
const LONGEST_PAUSE_MS = 30_000;

/**
 * Follows a stream of server-sent events for as long as it takes: `hear` gets each word, `lose` is called whenever the
 * line is found dead. A browser's own reconnecting gives up on an error status and does not notice a line that has gone
 * silent; this does neither. The browser's `online` and `offline` are believed at once. Holds one stream and one timer.
 */
export function follow(
	address: string,
	hear: (word: Heard) => void,
	lose: () => void,
	open: (address: string) => Stream = (to) => new EventSource(to) as Stream
): Following {
	let stream: Stream | null = null;
	let timer: ReturnType<typeof setTimeout> | undefined;
	let failures = 0;
	const end = new AbortController();

	function hangUp(): void {
		clearTimeout(timer);
		if (!stream) return;
		stream.onmessage = stream.onerror = null;
		stream.close();
		stream = null;
	}

	function call(): void {
		hangUp();
		stream = open(address);
		stream.onmessage = ({ data }) => {
			failures = 0;
			listen();
			hear(JSON.parse(data) as Heard);
		};
		stream.onerror = fail;
		listen();
	}

	function listen(): void {
		clearTimeout(timer);
		timer = setTimeout(fail, SILENCE_MS);
	}

	function fail(): void {
		lose();
		again();
	}

	function again(): void {
		hangUp();
		// Half of the pause is chance, so that a hundred walls do not call a restarted server in step.
		const pause = Math.min(LONGEST_PAUSE_MS, FIRST_PAUSE_MS * 2 ** failures++);
		timer = setTimeout(call, pause / 2 + (Math.random() * pause) / 2);
	}

	globalThis.addEventListener?.('online', call, { signal: end.signal });
	globalThis.addEventListener?.('offline', fail, { signal: end.signal });
	call();
	return {
		again,
		end() {
			end.abort();
			hangUp();
		}
	};
}
