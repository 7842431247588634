import { toJsonSchema, type ConversionConfig } from '@valibot/to-json-schema';
import type { GenericSchema } from 'valibot';
import { LICENCE } from '#domain/licence.ts';
import { PROBLEMS, type ProblemCode } from '#domain/problem.ts';
import { parameterText } from '#lib/i18n/parameter.ts';
import { problemText } from '#lib/i18n/problem.ts';
import { OPERATIONS, type Operation } from './operations.ts';
import { PARAMETERS, type ParameterName } from './parameter.ts';
import { itemOf, listOf, SCHEMAS } from './schema.ts';

const CONFIG: ConversionConfig = { target: 'draft-2020-12', errorMode: 'ignore', definitions: { ...SCHEMAS }, overrideRef: ({ referenceId }) => `#/components/schemas/${referenceId}` };

/** A schema as JSON Schema 2020-12; records are named by reference. */
function schemaOf(schema: GenericSchema<never, unknown> | GenericSchema, mode: 'input' | 'output'): object {
	const { $schema: _, $defs: __, ...rest } = toJsonSchema(schema as GenericSchema, { ...CONFIG, typeMode: mode });
	return rest;
}

/** The JSON Schema of one record or figure, its own definition written out. */
function definitionOf(name: keyof typeof SCHEMAS): object {
	const { $schema: _, ...rest } = toJsonSchema(SCHEMAS[name] as GenericSchema, { target: 'draft-2020-12', errorMode: 'ignore', typeMode: 'output' });
	return rest;
}

const problemSchema = {
	type: 'object',
	description: 'RFC 9457. `code` is one of a closed list.',
	required: ['type', 'title', 'status', 'code', 'detail', 'instance'],
	properties: {
		type: { type: 'string' },
		title: { type: 'string' },
		status: { type: 'integer' },
		code: { enum: Object.keys(PROBLEMS) },
		detail: { type: 'string' },
		instance: { type: 'string' },
		parameter: { type: 'string' },
		allowed: { type: 'array', items: { type: 'string' } },
		id: { type: 'string' }
	},
	additionalProperties: false
};

function parameter(name: ParameterName) {
	return { name, in: 'query', description: `${parameterText.en.about[name]} ${parameterText['zh-CN'].about[name]}`, schema: schemaOf(PARAMETERS[name], 'input') };
}

const RATE_HEADERS = {
	RateLimit: { description: 'What is left of the limit, and the seconds until all of it is back.', schema: { type: 'string' } },
	'RateLimit-Policy': { description: 'The limit: requests (q) in so many seconds (w), for one address.', schema: { type: 'string' } }
};

function operationOf(operation: Operation) {
	const { name, about, parameters, shape, schema, path } = operation;
	const inPath = path.includes('{id}');
	const faults: number[] = [...new Set((['invalid_value', ...(inPath ? ['unknown_id'] : []), 'too_many_requests', 'internal'] as ProblemCode[]).map((code) => PROBLEMS[code]))];
	return {
		operationId: name,
		summary: about.en,
		description: about.zh,
		tags: [path.split('/')[1]],
		parameters: [
			...(inPath ? [{ name: 'id', in: 'path', required: true, description: 'An identifier, or a six-digit code.', schema: { type: 'string' } }] : []),
			...parameters.map((one) => ({ $ref: `#/components/parameters/${one}` }))
		],
		responses: {
			200: {
				description: about.en,
				headers: { ...RATE_HEADERS, ETag: { description: 'The version of the data.', schema: { type: 'string' } } },
				content: { 'application/json': { schema: schemaOf(shape === 'list' ? listOf(schema) : itemOf(schema), 'output') } }
			},
			304: { description: 'Nothing has changed since the version named by If-None-Match.' },
			...Object.fromEntries(faults.map((status) => [status, { $ref: `#/components/responses/${status}` }]))
		}
	};
}

let made: { readonly base: string; readonly document: object } | null = null;

/** The interface as an OpenAPI 3.1 document, made from the schemas that check its parameters and answers. */
export function openApi(base: string): object {
	if (made?.base !== base) made = { base, document: documentOf(base) };
	return made.document;
}

function documentOf(base: string) {
	const used = [...new Set(OPERATIONS.flatMap(({ parameters }) => parameters))];
	const statuses = [...new Set(Object.values(PROBLEMS))];
	return {
		openapi: '3.1.0',
		info: {
			title: 'Taihu Atlas',
			summary: 'The public record of the alliance: who belongs, where, since when, and what they do together.',
			description:
				'Open to every origin, without a key. `at` asks what was true on a day, `known` what had been recorded by the end of a day. With `fields`, items hold only the fields named. Unknown parameters and values that make no sense are refused with a problem that names them.',
			version: '1.0.0',
			license: { name: LICENCE.id, url: LICENCE.url }
		},
		servers: [{ url: base }],
		tags: [...new Set(OPERATIONS.map(({ path }) => path.split('/')[1]))].map((name) => ({ name })),
		paths: Object.fromEntries(OPERATIONS.map((operation) => [operation.path, { get: operationOf(operation) }])),
		components: {
			parameters: Object.fromEntries(used.map((name) => [name, parameter(name)])),
			responses: Object.fromEntries(
				statuses.map((status) => [
					status,
					{
						description: (Object.keys(PROBLEMS) as ProblemCode[]).filter((code) => PROBLEMS[code] === status).map((code) => `${code}: ${problemText.en.titles[code]}`).join('; '),
						...(status === 429 && { headers: { 'Retry-After': { description: 'Seconds.', schema: { type: 'string' } }, ...RATE_HEADERS } }),
						content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } }
					}
				])
			),
			schemas: {
				...Object.fromEntries((Object.keys(SCHEMAS) as (keyof typeof SCHEMAS)[]).map((name) => [name, definitionOf(name)])),
				Problem: problemSchema
			}
		}
	};
}
