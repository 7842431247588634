import * as v from 'valibot';
import { BadDatabaseUrl, locateDatabase } from '#db/connection.server.ts';
import { daySchema } from '#domain/day.ts';

/** What is wrong with the environment, one line a variable. */
export class BadEnvironment extends Error {}

const port = v.pipe(
	v.string(),
	v.regex(/^\d{1,5}$/, 'must be a port number from 0 to 65535'),
	v.transform(Number),
	v.maxValue(65_535, 'must be a port number from 0 to 65535')
);

const rate = v.pipe(
	v.string(),
	v.regex(/^\d{1,6}$/, 'must be a whole number: requests a minute, 0 for no limit'),
	v.transform(Number)
);

const origin = v.pipe(
	v.string(),
	v.check((text) => {
		const url = URL.parse(text);
		return url !== null && /^https?:$/.test(url.protocol) && url.origin === text.replace(/\/$/, '');
	}, 'must be an origin such as https://atlas.example.org, without a path'),
	v.transform((text) => text.replace(/\/$/, ''))
);

const databaseUrl = v.pipe(
	v.string(),
	v.check((text) => databaseComplaint(text) === null, (issue) => databaseComplaint(String(issue.input)) ?? '')
);

function databaseComplaint(url: string): string | null {
	try {
		locateDatabase(url);
		return null;
	} catch (error) {
		if (error instanceof BadDatabaseUrl) return error.message;
		throw error;
	}
}

const headerName = v.pipe(v.string(), v.regex(/^[a-z0-9-]{1,100}$/i, 'must be the name of a header such as x-forwarded-for'), v.toLowerCase());

const depth = v.pipe(
	v.string(),
	v.regex(/^[1-9]\d?$/, 'must be the number of proxies in front, from 1'),
	v.transform(Number)
);

const schema = v.object({
	PORT: v.optional(port, '3000'),
	HOST: v.optional(v.pipe(v.string(), v.nonEmpty('must not be empty')), '0.0.0.0'),
	ORIGIN: v.optional(origin),
	DATABASE_URL: v.optional(databaseUrl),
	ACCESS: v.optional(v.picklist(['public', 'private'], 'must be public or private'), 'public'),
	AUTH_SECRET: v.optional(v.pipe(v.string(), v.minLength(32, 'must have 32 characters or more'), v.check((text) => new Set(text).size >= 10, 'must be random'))),
	ADDRESS_HEADER: v.optional(headerName),
	XFF_DEPTH: v.optional(depth),
	/** Requests a minute that one address may ask of the public interface and the downloads. */
	API_RATE: v.optional(rate, '600'),
	TODAY: v.optional(v.pipe(v.string(), v.check((text) => v.is(daySchema, text), 'must be a day such as 2026-11-22')))
});

/** Whose value is told to nobody. */
const SECRET: ReadonlySet<string> = new Set(['AUTH_SECRET']);

export type Environment = v.InferOutput<typeof schema>;

/** Reads and checks the variables this program knows. Throws `BadEnvironment` that names every wrong one. */
export function readEnvironment(variables: Record<string, string | undefined>): Environment {
	const known = Object.fromEntries(Object.keys(schema.entries).map((name) => [name, variables[name] || undefined]));
	const result = v.safeParse(schema, known);
	if (result.success) return result.output;
	throw new BadEnvironment(
		result.issues.map((issue) => `${v.getDotPath(issue)}: ${issue.message}${SECRET.has(v.getDotPath(issue) ?? '') ? '' : ` (it is ${JSON.stringify(issue.input)})`}`).join('\n')
	);
}
