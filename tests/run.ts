/**
 * `npm test`: lint, type check, vitest and the browser tests in turn, each to its end even when one before it failed.
 * What failed is said again below all output.
 * The last line reads `N passed, N failed`; the exit code is 1 when anything failed.
 */
import { spawn, type ChildProcess } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { countPlaywright, countVitest, lastLine, outcome, playwrightFailures, table, vitestFailures, type Counts, type Outcome } from './tally.ts';

type Step = {
	readonly name: string;
	readonly args: readonly string[];
	readonly count?: (report: string) => Counts;
	readonly failures?: (report: string) => string[];
};

const root = join(import.meta.dirname, '..');
const reports = mkdtempSync(join(tmpdir(), 'atlas-reports-'));
process.on('exit', () => rmSync(reports, { recursive: true, force: true }));

const vitest = (project: string): Step => ({
	name: project,
	args: [
		'node_modules/vitest/vitest.mjs',
		...['run', '--project', project, '--allowOnly=false', '--reporter=default', '--reporter=json'],
		`--outputFile.json=${reportFile(project)}`
	],
	count: countVitest,
	failures: vitestFailures
});

const steps: readonly Step[] = [
	// The types that lint and check need; no test in itself, but a failure when it fails.
	{
		name: 'sync',
		args: ['node_modules/@sveltejs/kit/svelte-kit.js', 'sync'],
		count: () => ({ passed: 0, failed: 0, skipped: 0 })
	},
	{ name: 'lint', args: ['node_modules/eslint/bin/eslint.js', '.', '--max-warnings', '0'] },
	{
		name: 'check',
		args: ['node_modules/svelte-check/bin/svelte-check', '--tsconfig', './tsconfig.json', '--fail-on-warnings']
	},
	...['arch', 'unit', 'db', 'api'].map(vitest),
	{
		name: 'browser',
		args: ['node_modules/@playwright/test/cli.js', 'test', '--config', 'tests/playwright.config.ts'],
		count: countPlaywright,
		failures: playwrightFailures
	}
];

let running: ChildProcess | undefined;
let interrupted = false;
for (const signal of ['SIGINT', 'SIGTERM'] as const)
	process.on(signal, () => {
		interrupted = true;
		// A terminal sends Ctrl-C to the step as well; a second one would cut its cleaning up short.
		if (signal === 'SIGTERM') running?.kill(signal);
	});

const outcomes: Outcome[] = [];
const failures: string[] = [];
for (const step of steps) {
	if (interrupted) break;
	console.log(`\n── ${step.name} ${'─'.repeat(Math.max(0, 76 - step.name.length))}`);
	const start = performance.now();
	const how = await run(step);
	const file = reportFile(step.name);
	const report = step.name === 'sync' ? '' : existsSync(file) ? readFileSync(file, 'utf8') : null;
	outcomes.push(outcome(step.name, performance.now() - start, how, step.count, report));
	if (report) failures.push(...(step.failures?.(report) ?? []));
}
if (interrupted)
	outcomes.push({ name: 'interrupted', ms: 0, passed: 0, failed: 1, skipped: 0, note: 'the rest was not run' });

// Said again at the end: a log that is cut is cut at its beginning.
if (failures.length > 0) console.log(`\n${failures.join('\n')}`);
console.log(`\n${table(outcomes)}\n\n${lastLine(outcomes)}`);
process.exitCode = outcomes.some(({ failed }) => failed > 0) ? 1 : 0;

function reportFile(name: string): string {
	return join(reports, `${name}.json`);
}

/** Runs a step with its output on ours; how it ended, as "code 0" or "signal SIGKILL". */
function run({ name, args }: Step): Promise<string> {
	return new Promise((resolve) => {
		const env = { ...process.env, ATLAS_REPORT: reportFile(name) };
		running = spawn(process.execPath, args, { cwd: root, env, stdio: ['ignore', 'inherit', 'inherit'] });
		running.once('error', (error) => resolve(String(error)));
		running.once('close', (code, signal) => resolve(signal ? `signal ${signal}` : `code ${code}`));
	});
}
