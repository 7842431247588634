import { expect, test } from 'vitest';

test('tests run in a zone whose days are not those of Shanghai', () => {
	expect(Intl.DateTimeFormat().resolvedOptions().timeZone).toBe('America/Los_Angeles');
	expect(new Date(2026, 0, 1).toISOString()).toBe('2026-01-01T08:00:00.000Z');
});
