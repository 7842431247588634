/** Faults found over many addresses, told once each with the first address and how many more have it. */
export class Findings {
	readonly #found = new Map<string, { readonly first: string; times: number }>();

	/** Notes a fault of an address. */
	add(path: string, fault: string): void {
		const known = this.#found.get(fault);
		if (known) known.times++;
		else this.#found.set(fault, { first: path, times: 1 });
	}

	/** Each fault once, such as `no nosniff: /icon.svg and 3 more`. */
	list(): string[] {
		return [...this.#found].map(([fault, { first, times }]) => `${fault}: ${first}${times > 1 ? ` and ${times - 1} more` : ''}`);
	}
}
