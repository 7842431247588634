import type { PackedFacts } from './travel.ts';

/** Facts whose text is longer than this do not ride in the page: it is to be read before they are needed. */
export const MOST_IN_PAGE = 24_000;

/**
 * Facts on their way to a browser: the server has their content; of many, a page carries only the address, and the
 * script fetches them when it has come.
 */
export class Parcel {
	readonly content: PackedFacts | null;
	readonly address: string;

	constructor(content: PackedFacts | null, address: string) {
		this.content = content;
		this.address = address;
	}

	/** What travels in a page: the content of few facts, the address of many. */
	sent(): PackedFacts | string | null {
		return this.content && JSON.stringify(this.content).length > MOST_IN_PAGE ? this.address : (this.content ?? this.address);
	}

	static received(sent: PackedFacts | string): Parcel {
		return typeof sent === 'string' ? new Parcel(null, sent) : new Parcel(sent, '');
	}
}

/** Waits before another try, in milliseconds. */
const WAITS = [500, 1000, 2000, 4000, 8000];

/**
 * The facts of a parcel, fetched where only their address came. Tries again where the network fails: the page that the
 * server drew stands meanwhile. Rejects with the last failure.
 */
export async function unwrap({ content, address }: Parcel, ask: (address: string) => Promise<Response>): Promise<PackedFacts> {
	if (content) return content;
	for (let tried = 0; ; tried++) {
		try {
			const answer = await ask(address);
			if (answer.ok) return (await answer.json()) as PackedFacts;
			throw new Error(`${address} answered ${answer.status}`);
		} catch (error) {
			const wait = WAITS[tried];
			if (wait === undefined) throw error;
			await new Promise((resolve) => setTimeout(resolve, wait));
		}
	}
}
