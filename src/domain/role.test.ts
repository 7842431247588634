import { expect, test } from 'vitest';
import { atLeast, ROLES } from './role.ts';

test('each role includes those before it and no other', () => {
	for (const [i, role] of ROLES.entries())
		for (const [j, needed] of ROLES.entries()) expect(atLeast(role, needed), `${role} as ${needed}`).toBe(i >= j);
});
