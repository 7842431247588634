/** The colours of the design tokens as plain values, for drawings that leave the site and its style sheets behind. */
const LIGHT = {
	paper: '#fbfbf9',
	card: '#ffffff',
	ink: '#17242b',
	'ink-2': '#46565f',
	'ink-3': '#5f6d76',
	line: '#e3e6e4',
	'line-strong': '#b9c2bf',
	accent: '#0f6080',
	water: '#c9e1ec',
	'water-line': '#7fb3cb',
	'water-ink': '#2c6a8a',
	c0: '#f1f2ee',
	c1: '#cfe3e2',
	c2: '#93c3c6',
	c3: '#4d97a3',
	c4: '#176a80',
	less: '#ecd0b4',
	lost: '#c4743f',
	warm: '#b4511e',
	'k-institute': '#1f6f8b',
	'k-university': '#2a8c7b',
	'k-association': '#658838',
	'k-think_tank': '#5a5aa8',
	'k-park': '#c06a2a',
	'k-museum': '#a8476f',
	'k-government': '#66757d',
	'k-enterprise': '#8a6d3b',
	'k-other': '#8a8078',
	'p-310000': '#1f6f8b',
	'p-320000': '#658838',
	'p-330000': '#c06a2a',
	'p-340000': '#5a5aa8',
	'p-none': '#8a8078'
};

const DARK: typeof LIGHT = {
	paper: '#0d161b',
	card: '#121e25',
	ink: '#e8eef0',
	'ink-2': '#a9b8bf',
	'ink-3': '#8a9ba3',
	line: '#22313a',
	'line-strong': '#3f5360',
	accent: '#6fc3dc',
	water: '#16384a',
	'water-line': '#2d647f',
	'water-ink': '#7fb9d4',
	c0: '#19262d',
	c1: '#1e4450',
	c2: '#27687a',
	c3: '#3b96a8',
	c4: '#86d0d8',
	less: '#59412f',
	lost: '#b8703f',
	warm: '#f0a070',
	'k-institute': '#3b9dbf',
	'k-university': '#43b7a3',
	'k-association': '#8fb955',
	'k-think_tank': '#8d8de0',
	'k-park': '#e88f4a',
	'k-museum': '#d4709c',
	'k-government': '#93a4ad',
	'k-enterprise': '#bb9856',
	'k-other': '#a79c93',
	'p-310000': '#3b9dbf',
	'p-320000': '#8fb955',
	'p-330000': '#e88f4a',
	'p-340000': '#8d8de0',
	'p-none': '#a79c93'
};

export const PALETTES = { light: LIGHT, dark: DARK } as const;
export type PaletteName = keyof typeof PALETTES;
export type Token = keyof typeof LIGHT;

/** Markup with every `var(--token)` written out as a colour of the palette. Throws for a token the palette lacks. */
export function painted(markup: string, palette: PaletteName): string {
	return markup.replace(/var\(--([\w-]+)\)/g, (_, token: string) => {
		const color = PALETTES[palette][token as Token];
		if (color === undefined) throw new Error(`the palette has no ${token}`);
		return color;
	});
}
