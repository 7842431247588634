import type { Day } from '#domain/day.ts';

/** A piece of a page that follows a moving day. */
export class Follower {
	/** The day it shows while the day moves; null: it has not had to wait yet. */
	day = $state.raw<Day | null>(null);
	/** A piece out of view waits until it is seen, or the day rests. */
	inView = true;
}

/** Brings the pieces of a page to a moving day in turns: each has a frame of its own, so that none is long. */
export class Following {
	/** Whose turn is next comes first. */
	// eslint-disable-next-line svelte/prefer-svelte-reactivity -- nothing is drawn from it
	readonly #followers = new Set<Follower>();
	readonly #to: () => Day;
	readonly #inFrame: (turn: () => void) => void;
	#underWay = $state(false);

	/** `to`: the day that has moved. `inFrame` calls back before the next frame. */
	constructor(to: () => Day, inFrame: (turn: () => void) => void) {
		this.#to = to;
		this.#inFrame = inFrame;
	}

	/** Is a piece in view still behind? Reactive where it is read. */
	get underWay(): boolean {
		return this.#underWay;
	}

	/** Takes a piece in; returns what takes it out again. */
	join(follower: Follower): () => void {
		this.#followers.add(follower);
		return () => this.#followers.delete(follower);
	}

	/** The day begins to move from here: every piece shows it until its turn. */
	hold(day: Day): void {
		for (const follower of this.#followers) follower.day = day;
	}

	/** Takes turns until all pieces in view have arrived. */
	go(): void {
		if (this.#underWay) return;
		this.#underWay = true;
		this.#inFrame(this.#turn);
	}

	/** Ends the turns: the pieces need not wait any more. */
	end(): void {
		this.#underWay = false;
	}

	readonly #turn = (): void => {
		if (!this.#underWay) return;
		const to = this.#to();
		for (const follower of this.#followers) {
			if (!follower.inView || follower.day === to) continue;
			follower.day = to;
			this.#followers.delete(follower);
			this.#followers.add(follower);
			return this.#inFrame(this.#turn);
		}
		this.#underWay = false;
	};
}
