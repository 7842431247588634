import { stripVTControlCharacters } from 'node:util';

/** Numbers of tests, by outcome. */
export type Counts = { readonly passed: number; readonly failed: number; readonly skipped: number };

/** What one step came to: `note` says what the counts cannot, such as a crash. `ms` is wall-clock time. */
export type Outcome = Counts & { readonly name: string; readonly ms: number; readonly note?: string | undefined };

type VitestReport = {
	testResults: {
		status: string;
		name?: string;
		message?: string;
		assertionResults: { status: string; fullName?: string; failureMessages?: string[] }[];
	}[];
};
type PlaywrightSuite = {
	title: string;
	file?: string;
	suites?: PlaywrightSuite[];
	specs?: { title: string; tests: { status: string; results: { error?: { message?: string } }[] }[] }[];
};
type PlaywrightReport = {
	stats: { expected: number; unexpected: number; flaky: number; skipped: number };
	suites?: PlaywrightSuite[];
};

/** Counts vitest's JSON report. A file that fails outside its tests (in loading, in a hook) counts as one failure. */
export function countVitest(report: string): Counts {
	let [passed, failed, skipped] = [0, 0, 0];
	for (const file of (JSON.parse(report) as VitestReport).testResults) {
		const statuses = file.assertionResults.map(({ status }) => status);
		const broken = statuses.filter((status) => status === 'failed').length;
		passed += statuses.filter((status) => status === 'passed').length;
		failed += broken === 0 && file.status === 'failed' ? 1 : broken;
		skipped += statuses.filter((status) => status !== 'passed' && status !== 'failed').length;
	}
	return { passed, failed, skipped };
}

/** Counts Playwright's JSON report; one that passed only when repeated has passed. */
export function countPlaywright(report: string): Counts {
	const { expected, unexpected, flaky, skipped } = (JSON.parse(report) as PlaywrightReport).stats;
	return { passed: expected + flaky, failed: unexpected, skipped };
}

/** Of a failure, what is said again at the end: enough to know it by, not all of it. */
const MOST_SAID = 1500;
const REPEATED = ' (passed when repeated)';

const said = (name: string, message: string | undefined): string => {
	const plain = stripVTControlCharacters(message ?? '').slice(0, MOST_SAID);
	return `✗ ${name}\n${plain.replace(/^/gm, '    ')}`;
};

/** The failures in vitest's JSON report, each by its file, name and first message; one that passed when repeated is named too. */
export function vitestFailures(report: string): string[] {
	return (JSON.parse(report) as VitestReport).testResults.flatMap(({ status, name, message, assertionResults }) => {
		const broken = assertionResults.filter((test) => test.status === 'failed' || test.failureMessages?.length);
		if (status === 'failed' && broken.every((test) => test.status !== 'failed')) return [said(name ?? '', message)];
		return broken.map((test) => said(`${name} › ${test.fullName}${test.status === 'failed' ? '' : REPEATED}`, test.failureMessages?.[0]));
	});
}

/** The failures in Playwright's JSON report, each by its file, name and first message; one that passed when repeated is named too. */
export function playwrightFailures(report: string): string[] {
	const of = (suite: PlaywrightSuite): string[] => [
		...(suite.specs ?? []).flatMap(({ title, tests }) =>
			tests
				.filter(({ status }) => status === 'unexpected' || status === 'flaky')
				.map(({ status, results }) =>
					said(`${suite.file} › ${title}${status === 'flaky' ? REPEATED : ''}`, results.find(({ error }) => error)?.error?.message)
				)
		),
		...(suite.suites ?? []).flatMap(of)
	];
	return ((JSON.parse(report) as PlaywrightReport).suites ?? []).flatMap(of);
}

/**
 * The outcome of a step: of the report of its runner if it writes one (`report` null: it wrote none), else one test.
 * A runner that ends badly with no failed test to show for it, or well with no report, counts as one failure.
 */
export function outcome(
	name: string,
	ms: number,
	how: string,
	count?: (report: string) => Counts,
	report: string | null = null
): Outcome {
	const well = how === 'code 0';
	if (!count) return { name, ms, passed: well ? 1 : 0, failed: well ? 0 : 1, skipped: 0, note: well ? undefined : how };
	if (report === null) return { name, ms, passed: 0, failed: 1, skipped: 0, note: `${how}, no report` };
	const counts = count(report);
	if (well || counts.failed > 0) return { name, ms, ...counts };
	return { name, ms, ...counts, failed: 1, note: `${how}, though no test failed` };
}

/** The steps as a table, a line each, with their durations in seconds. */
export function table(outcomes: readonly Outcome[]): string {
	const cells = outcomes.map(({ name, passed, failed, skipped, ms, note }) => [
		name,
		...[passed, failed, skipped].map(String),
		`${(ms / 1000).toFixed(1)} s`,
		note ?? ''
	]);
	const rows = [['step', 'passed', 'failed', 'skipped', 'time', ''], ...cells];
	const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
	const aligned = (cell: string, column: number): string => {
		const width = widths[column] ?? 0;
		return column === 0 || column === 5 ? cell.padEnd(width) : cell.padStart(width); // words left, numbers right
	};
	return rows.map((row) => row.map(aligned).join('  ').trimEnd()).join('\n');
}

/** `N passed, N failed`, and how many were skipped if any were. */
export function lastLine(outcomes: readonly Counts[]): string {
	const sum = (key: keyof Counts) => outcomes.reduce((total, counts) => total + counts[key], 0);
	const skipped = sum('skipped');
	return `${sum('passed')} passed, ${sum('failed')} failed${skipped ? `, ${skipped} skipped` : ''}`;
}
