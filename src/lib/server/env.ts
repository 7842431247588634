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

const schema = v.object({
	PORT: v.optional(port, '3000'),
	HOST: v.optional(v.pipe(v.string(), v.nonEmpty('must not be empty')), '0.0.0.0'),
	ORIGIN: v.optional(origin),
	DATABASE_URL: v.optional(databaseUrl),
	ACCESS: v.optional(v.picklist(['public', 'private'], 'must be public or private'), 'public'),
	TODAY: v.optional(v.pipe(v.string(), v.check((text) => v.is(daySchema, text), 'must be a day such as 2026-11-22')))
});

export type Environment = v.InferOutput<typeof schema>;

/** Reads and checks the variables this program knows. Throws `BadEnvironment` that names every wrong one. */
export function readEnvironment(variables: Record<string, string | undefined>): Environment {
	const known = Object.fromEntries(Object.keys(schema.entries).map((name) => [name, variables[name] || undefined]));
	const result = v.safeParse(schema, known);
	if (result.success) return result.output;
	throw new BadEnvironment(
		result.issues.map((issue) => `${v.getDotPath(issue)}: ${issue.message} (it is ${JSON.stringify(issue.input)})`).join('\n')
	);
}
