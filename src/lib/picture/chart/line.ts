/** The text size of all marks, in a drawing's own pixels. */
export const FONT = 12;

/** Size and height of a line: said outright, or ECharts measures the height where it runs and browser and server differ. */
export const TEXT = { fontSize: FONT, lineHeight: FONT } as const;

/** What all lines of a drawing have in common: they answer no pointer (the page's own reading does) and never clip. */
export const LINE = { type: 'line', silent: true, clip: false, symbol: 'none', emphasis: { disabled: true } } as const;

/** A point without a value: the line breaks there. */
export type Break = readonly [number, null];

/** Text over bands keeps a rim of paper, so that it can be read on any colour. */
export const RIM = { textBorderColor: 'var(--paper)', textBorderWidth: 3 } as const;
