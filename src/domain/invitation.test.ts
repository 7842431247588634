import { expect, test } from 'vitest';
import { invitationRefusal } from './invitation.ts';

const open = { usedAt: null, revokedAt: null, expiresAt: '2026-11-23T00:00:00.000Z' };
const now = '2026-11-22T00:00:00.000Z';

test('a link opens until it is used, withdrawn or too old', () => {
	expect(invitationRefusal(open, now)).toBeNull();
	expect(invitationRefusal({ ...open, usedAt: now }, now)).toBe('used');
	expect(invitationRefusal({ ...open, revokedAt: now }, now)).toBe('revoked');
	expect(invitationRefusal(open, open.expiresAt)).toBe('expired');
});
