import * as v from 'valibot';
import { expect, test } from 'vitest';
import { approvalFor, mapApprovalSchema } from './map-approval.ts';

const [one, other] = ['a', 'b'].map((letter) => letter.repeat(64)) as [string, string];

test('a number stands over the boundaries it was given for and over no others', () => {
	const approval = v.parse(mapApprovalSchema, { number: ' 苏S(2026)001号 ', boundaries: one });
	expect(approvalFor(approval, one)).toBe('苏S(2026)001号');
	expect(approvalFor(approval, other)).toBeNull();
	expect(approvalFor(null, one)).toBeNull();
});

test.each(['', '   ', '无', 'x'.repeat(61)])('"%s" is no number', (number) => expect(v.is(mapApprovalSchema, { number, boundaries: one })).toBe(false));
