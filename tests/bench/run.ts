/**
 * `npm run bench`: takes the figures that the design has budgets for, each beside a reference taken in the same run, and
 * prints them. A missed budget is printed, not punished: only what cannot be measured at all ends with exit code 1.
 */
import { availableParallelism, cpus } from 'node:os';
import { parseArgs } from 'node:util';
import { drawing } from './drawing.ts';
import type { Measurement } from './figure.ts';
import { frames } from './frames.ts';
import { importing } from './import.ts';
import { rate } from './rate.ts';
import { readable } from './readable.ts';
import { speed } from './speed.ts';
import { table } from './table.ts';
import { weight } from './weight.ts';

const ALL: readonly Measurement[] = [weight, readable, frames, speed, rate, drawing, importing];

const USAGE = `Usage: npm run bench [-- NAME … [--large]]

${ALL.map(({ name, about }) => `  ${name.padEnd(10)}${about}`).join('\n')}

  --large   the largest numbers of members, too (minutes, and 1 GB in the temporary folder)`;

const { values, positionals } = read();
const unknown = positionals.filter((given) => !ALL.some(({ name }) => name === given));
if (values.help || unknown.length > 0) {
	for (const name of unknown) console.error(`There is no measurement "${name}".`);
	console.log(USAGE);
	process.exit(unknown.length > 0 ? 2 : 0);
}

console.log(`${availableParallelism()} × ${cpus()[0]?.model ?? 'CPU'}, Node ${process.version}, ${process.platform} ${process.arch}`);
console.log('Where a figure and its reference were taken in pairs, the ratio is the median of the pairs’ ratios.');
for (const { name, about, measure } of ALL) {
	if (positionals.length > 0 && !positionals.includes(name)) continue;
	console.log(`\n${name}: ${about}`);
	try {
		console.log(table(await measure({ large: values.large })));
	} catch (error) {
		console.error(error);
		process.exitCode = 1;
	}
}

function read() {
	try {
		return parseArgs({ options: { large: { type: 'boolean', default: false }, help: { type: 'boolean', default: false } }, allowPositionals: true });
	} catch (error) {
		console.error(`${(error as Error).message}\n${USAGE}`);
		process.exit(2);
	}
}
