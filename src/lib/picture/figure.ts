import type { View } from '#domain/view.ts';

/** One figure of a ruled row: a number, what it is out of, and one line of context. */
export type Figure = {
	readonly label: string;
	/** Stands before the number: 近. */
	readonly qualifier?: string;
	readonly value: string;
	/** `/ 41`, or a unit. */
	readonly of?: string;
	readonly note?: string;
	/** Where its definition, records and sources are. */
	readonly href: string;
	/** What of the view that page keeps. */
	readonly view?: Partial<View>;
	/** Published by others, not counted from the record. */
	readonly reported?: boolean;
};
