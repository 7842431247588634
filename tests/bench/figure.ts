/** A limit: of the figure itself, or of its ratio to the reference. */
export type Budget = { readonly of: 'measured' | 'ratio'; readonly most?: number; readonly least?: number };

/** What the figure stands beside, measured in the same run and in the same unit. */
export type Beside = { readonly what: string; readonly value: number };

/** One line of the result. Bytes are counted in kB of 1000 bytes. */
export type Figure = {
	readonly what: string;
	readonly unit: 'kB' | 'ms' | 'requests' | 'answers/s';
	readonly measured: number;
	readonly reference?: Beside;
	/** Where it is not `measured` / `reference`, such as a median of ratios. */
	readonly ratio?: number;
	readonly budget?: Budget;
};

/** What a run of the bench was asked for: `large` includes what takes minutes. */
export type Options = { readonly large: boolean };

/** One measurement: a name for the command line, what it is about, and how its figures are taken. */
export type Measurement = {
	readonly name: string;
	readonly about: string;
	measure(options: Options): Promise<readonly Figure[]>;
};

/** The figure over its reference; null where it stands alone. */
export function ratioOf({ measured, reference, ratio }: Figure): number | null {
	return ratio ?? (reference ? measured / reference.value : null);
}

/** Does the figure keep its budget? Null where it has none. Throws where the budget limits a ratio that is not there. */
export function isWithin(figure: Figure): boolean | null {
	const { budget, measured, what } = figure;
	if (!budget) return null;
	const value = budget.of === 'measured' ? measured : ratioOf(figure);
	if (value === null) throw new Error(`${what}: a budget for the ratio, but no reference`);
	return value <= (budget.most ?? Infinity) && value >= (budget.least ?? -Infinity);
}
