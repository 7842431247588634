import { describe, expect, it } from 'vitest';
import * as v from 'valibot';
import { memberSchema } from './member.ts';
import { publicMember, publicTotal } from './public.ts';
import { reportedTotalSchema } from './reported-total.ts';

const secret = 'SECRET-7f3a';

describe('what the public may see', () => {
	it('leaves the internal note inside', () => {
		const member = v.parse(memberSchema, {
			id: 'm',
			name: { zh: '某单位' },
			kind: 'park',
			kindBasis: 'stated',
			cityBasis: 'unknown',
			districtBasis: 'unknown',
			internalNote: secret
		});
		expect(JSON.stringify(member)).toContain(secret);
		expect(JSON.stringify(publicMember(member))).not.toContain(secret);
		expect(publicMember(member)).toMatchObject({ id: 'm', city: null });
	});

	it('leaves out a field nobody named', () => {
		const member = { ...v.parse(memberSchema, { id: 'm', name: { zh: '某' }, kind: 'park', kindBasis: 'stated', cityBasis: 'unknown', districtBasis: 'unknown' }), phone: secret };
		expect(JSON.stringify(publicMember(member))).not.toContain(secret);
	});

	it('passes a reported total only when it is marked public', () => {
		const total = v.parse(reportedTotalSchema, { id: 't', metric: 'members', on: '2023-09-26', qualifier: 'nearly', value: 30, isPublic: false });
		expect(publicTotal(total)).toBeNull();
		expect(publicTotal({ ...total, isPublic: true })).toMatchObject({ value: 30, qualifier: 'nearly' });
	});
});
