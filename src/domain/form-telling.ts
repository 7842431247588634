import { COMMON_FIELDS, FORMS, isFormType, type Field } from './form.ts';
import { MEMBER_KINDS } from './member.ts';
import { STAGES } from './prospect.ts';
import type { RecordType } from './record.ts';
import { TARGET_METRICS } from './target.ts';

/**
 * How a property's value is told: as it is typed in, or in a way that only prospects and targets need. `share`: of 0 to 1;
 * `person`: an identifier of somebody who signs in; `scope`: what a target counts in; `measure`: in the unit of its target.
 */
export type Telling = Field | { readonly kind: 'share' | 'person' | 'scope' | 'measure' };

const choice = (choices: readonly string[]): Field => ({ kind: 'choice', choices, initial: null, required: false });
const plain = (kind: 'text' | 'long' | 'lines' | 'day' | 'city' | 'district'): Field => ({ kind, required: false });
const named: Field = { kind: 'bilingual', long: false, required: true };

/** The properties of the types whose forms are pages of their own, in the order of those. */
const PURSUITS: { readonly [T in 'prospect' | 'target']: Readonly<Record<string, Telling>> } = {
	prospect: {
		name: named,
		aliases: plain('lines'),
		kind: choice(MEMBER_KINDS),
		city: plain('city'),
		district: plain('district'),
		stage: choice(STAGES),
		stageSince: plain('day'),
		noted: plain('day'),
		probability: { kind: 'share' },
		expected: plain('day'),
		ownerId: { kind: 'person' },
		nextStep: plain('long'),
		nextStepOn: plain('day'),
		contact: plain('long'),
		website: plain('text'),
		creditCode: plain('text'),
		lostReason: plain('long'),
		memberId: { kind: 'reference', to: 'member', required: false },
		...COMMON_FIELDS
	},
	target: {
		name: named,
		metric: choice(TARGET_METRICS),
		value: { kind: 'measure' },
		scope: { kind: 'scope' },
		start: plain('day'),
		startValue: { kind: 'measure' },
		due: plain('day'),
		partOf: { kind: 'reference', to: 'target', required: false },
		...COMMON_FIELDS
	}
};

/** Every property of a type's records but the identifier, with how it is told. */
export function tellingsOf(type: RecordType): Readonly<Record<string, Telling>> {
	return isFormType(type) ? FORMS[type].fields : PURSUITS[type as 'prospect' | 'target'];
}
