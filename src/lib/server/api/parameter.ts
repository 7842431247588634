import * as v from 'valibot';
import { daySchema } from '#domain/day.ts';
import { EVENT_KINDS } from '#domain/event.ts';
import { MEMBER_KINDS } from '#domain/member.ts';
import { Problem } from '#domain/problem.ts';
import { PROJECT_CATEGORIES, PROJECT_STATUSES } from '#domain/project.ts';
import { idSchema } from '#domain/record.ts';
import { STACKS } from '#domain/view.ts';
import { city } from '#geo/regions/city.ts';
import { district } from '#geo/regions/district.ts';
import { province } from '#geo/regions/province.ts';

/** Items on a page of a list: at most, and unless asked otherwise. */
export const LIMITS = { most: 500, usual: 100 } as const;

const flag = v.pipe(v.picklist(['true', 'false'], 'must be true or false'), v.transform((text) => text === 'true'));
const area = (level: string, of: (code: string) => unknown) =>
	v.pipe(v.string(), v.regex(/^\d{6}$/, 'must be a code of six digits'), v.check((code) => of(code) !== undefined, `is the code of no ${level}`));
const record = v.pipe(idSchema, v.string());
const day = v.pipe(v.string(), v.check((text) => v.is(daySchema, text), 'must be a day such as 2023-09-26'));
const oneOf = <const T extends readonly string[]>(values: T) => v.picklist(values, `must be one of ${values.join(', ')}`);

/** Every parameter of the interface: how its value is read. What does not fit is refused with the message. */
export const PARAMETERS = {
	at: day,
	known: day,
	kind: oneOf(MEMBER_KINDS),
	province: area('province', province),
	city: area('city', city),
	district: area('district', district),
	group: v.pipe(v.string(), v.regex(/^[a-z0-9][a-z0-9_-]{0,79}$/, 'must be the identifier of a region group')),
	category: oneOf(PROJECT_CATEGORIES),
	status: oneOf([...PROJECT_STATUSES, 'unknown']),
	event_kind: oneOf(EVENT_KINDS),
	by: oneOf(STACKS),
	active: flag,
	placed: flag,
	member: record,
	event: record,
	partner: record,
	q: v.pipe(v.string(), v.maxLength(100, 'must have at most 100 characters')),
	limit: v.pipe(
		v.string(),
		v.regex(/^\d{1,3}$/, `must be a whole number from 1 to ${LIMITS.most}`),
		v.transform(Number),
		v.minValue(1, `must be a whole number from 1 to ${LIMITS.most}`),
		v.maxValue(LIMITS.most, `must be a whole number from 1 to ${LIMITS.most}`)
	),
	after: v.pipe(v.string(), v.minLength(1, 'must be the `next` of the page before'), v.maxLength(1000, 'must be the `next` of the page before')),
	fields: v.pipe(v.string(), v.regex(/^[A-Za-z]+(,[A-Za-z]+)*$/, 'must be names with commas between'), v.transform((text) => text.split(',')))
} as const;
export type ParameterName = keyof typeof PARAMETERS;

/** The values of some parameters; what was not said is left out. */
export type Values = { readonly [P in ParameterName]?: v.InferOutput<(typeof PARAMETERS)[P]> };

/** Reads a query that may hold only these parameters, each at most once. Throws a `Problem` that names what is wrong. */
export function readParameters(query: URLSearchParams, allowed: readonly ParameterName[]): Values {
	const values: Record<string, unknown> = {};
	for (const key of new Set(query.keys())) {
		const name = allowed.find((known) => known === key);
		if (!name) throw new Problem('unknown_parameter', { detail: `This resource takes no parameter ${JSON.stringify(key.slice(0, 60))}.`, parameter: key.slice(0, 60), allowed });
		const texts = query.getAll(key);
		if (texts.length > 1) throw new Problem('repeated_parameter', { detail: `${key} stands ${texts.length} times.`, parameter: key });
		const result = v.safeParse(PARAMETERS[name], texts[0]);
		if (!result.success) throw new Problem('invalid_value', { detail: `${key} ${reason(result.issues[0].message)}.`, parameter: key, ...listed(name) });
		values[name] = result.output;
	}
	return values as Values;
}

/** The domain names a fault by a word of its own. */
function reason(message: string): string {
	return message === 'id' ? 'must be an identifier: small letters, digits and hyphens' : message;
}

function listed(name: ParameterName): { allowed?: readonly string[] } {
	const schema = PARAMETERS[name];
	return schema.type === 'picklist' ? { allowed: [...schema.options] } : {};
}
