import { describe, expect, test } from 'vitest';
import { countPlaywright, countVitest, lastLine, outcome, playwrightFailures, table, vitestFailures } from './tally.ts';

const vitest = (...files: [string, string[]][]) =>
	JSON.stringify({
		testResults: files.map(([status, tests]) => ({ status, assertionResults: tests.map((each) => ({ status: each })) }))
	});

describe('countVitest', () => {
	test('counts tests by outcome; todo and pending are skipped', () => {
		const report = vitest(['passed', ['passed', 'passed', 'todo']], ['failed', ['failed', 'passed', 'pending', 'skipped']]);
		expect(countVitest(report)).toEqual({ passed: 3, failed: 1, skipped: 3 });
	});

	test('a file that does not load is one failure', () => {
		expect(countVitest(vitest(['failed', []], ['passed', ['passed']]))).toEqual({ passed: 1, failed: 1, skipped: 0 });
	});

	test('a hook that throws after good tests is one failure', () => {
		expect(countVitest(vitest(['failed', ['passed', 'passed']]))).toEqual({ passed: 2, failed: 1, skipped: 0 });
	});
});

test('countPlaywright: a test that passed when repeated has passed', () => {
	const report = JSON.stringify({ stats: { expected: 5, unexpected: 2, flaky: 1, skipped: 3 } });
	expect(countPlaywright(report)).toEqual({ passed: 6, failed: 2, skipped: 3 });
});

describe('what failed is said by name, with its message in plain letters', () => {
	test('of vitest: tests, and files that do not load', () => {
		const report = JSON.stringify({
			testResults: [
				{ status: 'failed', name: 'a.test.ts', assertionResults: [{ status: 'failed', fullName: 'sums', failureMessages: ['\u001b[31mexpected 1\nto be 2\u001b[0m'] }, { status: 'passed', fullName: 'good', failureMessages: [] }, { status: 'passed', fullName: 'late', failureMessages: ['timed out'] }] },
				{ status: 'failed', name: 'b.test.ts', message: 'no such module', assertionResults: [] },
				{ status: 'passed', name: 'c.test.ts', assertionResults: [{ status: 'passed' }] }
			]
		});
		expect(vitestFailures(report)).toEqual(['✗ a.test.ts › sums\n    expected 1\n    to be 2', '✗ a.test.ts › late (passed when repeated)\n    timed out', '✗ b.test.ts\n    no such module']);
	});

	test('of Playwright: in suites within suites, also what passed when repeated', () => {
		const spec = (title: string, status: string) => ({ title, tests: [{ status, results: [{ error: { message: 'gone' } }, {}] }] });
		const report = JSON.stringify({ stats: {}, suites: [{ title: 'x', file: 'x.spec.ts', specs: [spec('opens', 'expected')], suites: [{ title: 'inner', file: 'x.spec.ts', specs: [spec('shuts', 'unexpected'), spec('turns', 'flaky')] }] }] });
		expect(playwrightFailures(report)).toEqual(['✗ x.spec.ts › shuts\n    gone', '✗ x.spec.ts › turns (passed when repeated)\n    gone']);
	});
});

describe('outcome', () => {
	const good = vitest(['passed', ['passed']]);

	test.each([
		['a clean lint is one test', undefined, 'code 0', null, { passed: 1, failed: 0 }],
		['a failing lint is one failure', undefined, 'code 1', null, { passed: 0, failed: 1 }],
		['a runner that is killed', countVitest, 'signal SIGKILL', null, { passed: 0, failed: 1 }],
		['a runner that ends well without a report', countVitest, 'code 0', null, { passed: 0, failed: 1 }],
		['a runner that fails though each test passed', countVitest, 'code 1', good, { passed: 1, failed: 1 }],
		['a runner whose tests pass', countVitest, 'code 0', good, { passed: 1, failed: 0 }],
		['a runner with a failed test', countVitest, 'code 1', vitest(['failed', ['failed']]), { passed: 0, failed: 1 }]
	])('%s', (_, count, how, report, expected) => {
		expect(outcome('step', 1, how, count, report)).toMatchObject(expected);
	});
});

test('the last line names what was skipped only when something was', () => {
	const lint = { passed: 1, failed: 0, skipped: 0 };
	expect(lastLine([lint, { passed: 20, failed: 2, skipped: 0 }])).toBe('21 passed, 2 failed');
	expect(lastLine([lint, { passed: 0, failed: 0, skipped: 4 }])).toBe('1 passed, 0 failed, 4 skipped');
});

test('the table has a line for each step', () => {
	const rows = table([outcome('lint', 1234, 'code 0'), outcome('unit', 60_000, 'signal SIGKILL', countVitest)]).split('\n');
	expect(rows).toHaveLength(3);
	expect(rows[1]).toMatch(/^lint +1 +0 +0 +1\.2 s$/);
	expect(rows[2]).toMatch(/^unit +0 +1 +0 +60\.0 s +signal SIGKILL, no report$/);
});
