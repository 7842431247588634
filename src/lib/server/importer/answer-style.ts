/** The colour of cells that are wrong, one that no palette has, so that it is known again in a file that comes back. */
const FILL = 'FFFFC8CD';

/** The styles of a workbook with, for each style that is asked for, one like it in the colour of an error. */
export class MarkedStyles {
	readonly #text: string | null;
	readonly #prefix: string = '';
	readonly #styles: readonly string[] = [];
	readonly #fills: readonly string[] = [];
	readonly #marked = new Map<number, number>();
	readonly #unmarked = new Map<number, number>();
	readonly #added: string[] = [];

	/** `text`: the part of styles; null where the workbook has none, and nothing can be coloured. */
	constructor(text: string | null) {
		const cells = text === null ? null : /<((?:\w+:)?)cellXfs\b[^>]*>([\s\S]*?)<\/\1cellXfs>/.exec(text);
		const fills = text === null ? null : /<((?:\w+:)?)fills\b[^>]*>([\s\S]*?)<\/\1fills>/.exec(text);
		this.#text = cells && fills ? text : null;
		if (!cells || !fills) return;
		this.#prefix = cells[1] ?? '';
		this.#styles = [...(cells[2] ?? '').matchAll(/<((?:\w+:)?)xf\b[^>]*?(?:\/>|>[\s\S]*?<\/\1xf>)/g)].map(([style]) => style);
		this.#fills = [...(fills[2] ?? '').matchAll(/<((?:\w+:)?)fill\b[^>]*?(?:\/>|>[\s\S]*?<\/\1fill>)/g)].map(([fill]) => fill);
	}

	/** The style like this one in the colour of an error. */
	marked(style: number): number {
		return this.#like(style, this.#marked, this.#markedFill());
	}

	/** The style like this one without that colour; itself where it has none. */
	unmarked(style: number): number {
		const fill = this.#fills[fillOf(this.#styles[style] ?? '')] ?? '';
		return fill.includes(FILL) ? this.#like(style, this.#unmarked, 0) : style;
	}

	/** The part of styles with what was asked for. */
	written(): string {
		if (this.#text === null) return '';
		const fill = `<${this.#prefix}fill><${this.#prefix}patternFill patternType="solid"><${this.#prefix}fgColor rgb="${FILL}"/><${this.#prefix}bgColor indexed="64"/></${this.#prefix}patternFill></${this.#prefix}fill>`;
		const fills = this.#markedFill() < this.#fills.length ? [...this.#fills] : [...this.#fills, fill];
		const styles = [...this.#styles, ...this.#added];
		return this.#text
			.replace(/<((?:\w+:)?)fills\b[^>]*>[\s\S]*?<\/\1fills>/, () => `<${this.#prefix}fills count="${fills.length}">${fills.join('')}</${this.#prefix}fills>`)
			.replace(/<((?:\w+:)?)cellXfs\b[^>]*>[\s\S]*?<\/\1cellXfs>/, () => `<${this.#prefix}cellXfs count="${styles.length}">${styles.join('')}</${this.#prefix}cellXfs>`);
	}

	#markedFill(): number {
		const known = this.#fills.findIndex((fill) => fill.includes(FILL));
		return known >= 0 ? known : this.#fills.length;
	}

	#like(style: number, made: Map<number, number>, fill: number): number {
		if (this.#text === null) return style;
		const known = made.get(style);
		if (known !== undefined) return known;
		const base = this.#styles[style] ?? this.#added[style - this.#styles.length] ?? this.#styles[0] ?? `<${this.#prefix}xf/>`;
		const bare = base.replace(/\s(?:fillId|applyFill)\s*=\s*(?:"[^"]*"|'[^']*')/g, '');
		this.#added.push(bare.replace(/^(<(?:\w+:)?xf)/, `$1 fillId="${fill}" applyFill="1"`));
		const number = this.#styles.length + this.#added.length - 1;
		made.set(style, number);
		return number;
	}
}

function fillOf(style: string): number {
	return Number(/\sfillId\s*=\s*["'](\d+)/.exec(style)?.[1] ?? 0);
}
