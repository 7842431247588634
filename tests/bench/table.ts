import { isWithin, ratioOf, type Budget, type Figure } from './figure.ts';

const HEAD = ['what', 'measured', 'reference', 'ratio', 'budget', 'within?'];

/** The figures as a plain table with aligned columns, one line a figure. */
export function table(figures: readonly Figure[]): string {
	const rows = [HEAD, ...figures.map(cells)];
	const widths = HEAD.map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
	return rows.map((row) => row.map((cell, i) => cell.padEnd(widths[i] ?? 0)).join('   ').trimEnd()).join('\n');
}

function cells(figure: Figure): string[] {
	const { what, unit, measured, reference, budget } = figure;
	const ratio = ratioOf(figure);
	const within = isWithin(figure);
	return [
		what,
		`${number(measured)} ${unit}`,
		reference ? `${number(reference.value)} ${unit} (${reference.what})` : '',
		ratio === null ? '' : number(ratio),
		budget ? limit(budget, unit) : '',
		within === null ? '' : within ? 'yes' : 'NO'
	];
}

function limit({ of, most, least }: Budget, unit: Figure['unit']): string {
	const of_ = of === 'ratio' ? 'ratio ' : '';
	const unit_ = of === 'ratio' ? '' : ` ${unit}`;
	return [most === undefined ? '' : `${of_}≤ ${most}${unit_}`, least === undefined ? '' : `${of_}≥ ${least}${unit_}`].filter(Boolean).join(', ');
}

/** Three digits that mean something, and no more. */
function number(value: number): string {
	const whole = Math.abs(value) >= 100 || Number.isInteger(value);
	return whole ? Math.round(value).toString() : value.toFixed(Math.abs(value) >= 10 ? 1 : 2);
}
