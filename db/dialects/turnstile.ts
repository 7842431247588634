/** Thrown when a query has waited too long for the one SQLite connection. */
export class WaitedTooLong extends Error {
	override readonly name = 'WaitedTooLong';

	constructor(milliseconds: number) {
		super(
			`Waited ${milliseconds} ms for the database connection. ` +
				'Is the database handle used inside its own transaction? Pass the transaction on instead.'
		);
	}
}

/** Lets one through at a time, in the order of arrival; whoever waits longer than `waitMs` is turned away. */
export class Turnstile {
	readonly #waitMs: number;
	readonly #queue: (() => void)[] = [];
	#taken = false;

	constructor(waitMs: number) {
		this.#waitMs = waitMs;
	}

	/** Resolves when it is the caller's turn; rejects with `WaitedTooLong`. Each entry needs one `leave`. */
	async enter(): Promise<void> {
		if (!this.#taken) {
			this.#taken = true;
			return;
		}
		await new Promise<void>((resolve, reject) => {
			const go = () => {
				clearTimeout(timer);
				resolve();
			};
			const timer = setTimeout(() => {
				this.#queue.splice(this.#queue.indexOf(go), 1);
				reject(new WaitedTooLong(this.#waitMs));
			}, this.#waitMs);
			this.#queue.push(go);
		});
	}

	/** Hands the turn to the next in line. */
	leave(): void {
		const next = this.#queue.shift();
		if (next) next();
		else this.#taken = false;
	}
}
