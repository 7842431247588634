import { Validator } from '@seriousme/openapi-schema-validator';
import { Ajv2020, type AnySchema } from 'ajv/dist/2020.js';
import { beforeAll, describe, expect, inject, test } from 'vitest';
import { PROBLEMS } from '#domain/problem.ts';
import { OPERATIONS } from '#lib/server/api/operations.ts';

const base = `${inject('origin')}/api/v1`;

type Media = { content?: Record<string, { schema: AnySchema }> };
type Document = {
	paths: Record<string, { get: { operationId: string; parameters: ({ $ref: string } | { name: string; in: string })[]; responses: Record<string, Media> } }>;
	components: { schemas: Record<string, AnySchema>; parameters: Record<string, { name: string; schema: { enum?: string[] } }>; responses: Record<string, Media> };
};

let document: Document;
let ajv: Ajv2020;
beforeAll(async () => {
	document = (await (await fetch(`${base}/openapi.json`)).json()) as Document;
	ajv = new Ajv2020({ strict: false, allErrors: true });
	ajv.addSchema({ $id: 'api', ...(document as object) });
});

/** What is wrong with an answer by the document's own schema. */
function faults(schema: AnySchema, answer: unknown): string[] {
	const absolute = JSON.parse(JSON.stringify(schema).replaceAll('"#/components/', '"api#/components/')) as AnySchema;
	const valid = ajv.compile(absolute);
	valid(answer);
	return (valid.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message}`);
}

const answerSchema = (path: string): AnySchema => document.paths[path]?.get.responses['200']?.content?.['application/json']?.schema as AnySchema;
const problemSchema = (): AnySchema => document.components.schemas['Problem'] as AnySchema;
const ask = async (path: string, init?: RequestInit) => {
	const response = await fetch(base + path, init);
	return { status: response.status, headers: response.headers, body: (await response.json()) as Record<string, unknown> };
};

describe('the description of the interface', () => {
	test('is valid OpenAPI 3.1, as a judge that is not our own reads it', async () => {
		const validator = new Validator();
		const { valid, errors } = await validator.validate(structuredClone(document));
		expect(errors ?? []).toEqual([]);
		expect([valid, validator.version]).toEqual([true, '3.1']);
	});

	test('names every operation there is, and no other', () => {
		expect(Object.keys(document.paths)).toEqual(OPERATIONS.map(({ path }) => path));
		expect(new Set(Object.values(document.paths).map(({ get }) => get.operationId)).size).toBe(OPERATIONS.length);
	});

	test('its schemas refuse what is not there: one field more or less, a count below none', async () => {
		const { body } = await ask('/coverage');
		const item = body['item'] as object;
		const schema = answerSchema('/coverage');
		expect(faults(schema, body)).toEqual([]);
		expect(faults(schema, { ...body, more: 1 })).not.toEqual([]);
		expect(faults(schema, { ...body, item: { ...item, members: -1 } })).not.toEqual([]);
		expect(faults(schema, { ...body, item: { ...item, internalNote: 'x' } })).not.toEqual([]);
		expect(faults(schema, { at: body['at'], known: null })).not.toEqual([]);
	});
});

const VALUES: Readonly<Record<string, readonly string[]>> = {
	at: ['2020-11-20', '2021-06-30', '2023-09-26', '2099-01-01'],
	known: ['2020-01-01', '2099-01-01'],
	province: ['320000', '310000'],
	city: ['320200', '310000', '330100'],
	district: ['320214'],
	group: ['yrd_core_27', 'taihu_science_circle', 'nanjing_metro_main'],
	member: ['hongdou-jituan', 'nobody'],
	event: ['liuchengshi-jiameng-2023'],
	partner: ['xianggang-zhonghua-gongshang-zonghui'],
	q: ['wuxi', '无锡', '%_\\', ''],
	limit: ['1', '500'],
	active: ['true', 'false'],
	placed: ['true', 'false']
};

describe.each(OPERATIONS)('$path', ({ path, example, parameters }) => {
	test('answers as described, with each of its parameters', async () => {
		const bare = example.split('?')[0] as string;
		const queries = parameters.flatMap((name) => {
			const values = VALUES[name] ?? document.components.parameters[name]?.schema.enum ?? [];
			return values.map((value) => `?${new URLSearchParams({ [name]: value })}`);
		});
		expect(queries.length).toBeGreaterThan(1);
		for (const query of ['', example.slice(bare.length), ...queries]) {
			const { status, body, headers } = await ask(bare + query);
			if (status === 404 && path.includes('{') && query.includes('known=2020')) continue;
			expect([query, status, body['detail']]).toEqual([query, 200, undefined]);
			expect([query, faults(answerSchema(path), body)]).toEqual([query, []]);
			expect(headers.get('access-control-allow-origin')).toBe('*');
			expect(headers.get('ratelimit')).toMatch(/^"default";r=\d+;t=\d+$/);
		}
	}, 120_000);

	test('refuses what makes no sense, and says what and why', async () => {
		const bare = example.split('?')[0] as string;
		const cases: [string, string][] = [
			['?nonsense=1', 'unknown_parameter'],
			['?at=2021-06-30&at=2021-07-01', 'repeated_parameter'],
			['?at=2023-02-30', 'invalid_value'],
			['?known=yesterday', 'invalid_value'],
			...(parameters.includes('kind') ? [['?kind=shop', 'invalid_value'] as [string, string]] : []),
			...(parameters.includes('city') ? [['?city=999999', 'invalid_value'] as [string, string]] : []),
			...(parameters.includes('group') ? [['?group=nowhere', 'invalid_value'] as [string, string]] : []),
			...(parameters.includes('limit') ? [['?limit=501', 'invalid_value'] as [string, string], ['?limit=0', 'invalid_value'] as [string, string], ['?after=xyz', 'invalid_value'] as [string, string]] : []),
			['?fields=internalNote', 'invalid_value']
		];
		for (const [query, code] of cases) {
			const { status, body, headers } = await ask(bare + query);
			expect([query, status, body['code']]).toEqual([query, 400, code]);
			expect(headers.get('content-type')).toMatch(/^application\/problem\+json/);
			expect(faults(problemSchema(), body)).toEqual([]);
			expect(body['parameter']).toBe(query.slice(1).split('=')[0]);
		}
		if (path.includes('{')) {
			const { status, body } = await ask(path.replace('{id}', 'nobody-of-that-name'));
			expect([status, body['code'], faults(problemSchema(), body)]).toEqual([404, 'unknown_id', []]);
		}
	});
});

describe('lists', () => {
	test('page after page they are the whole, in the same order, and each page names the next', async () => {
		for (const list of ['members', 'memberships', 'projects', 'events', 'partners', 'sources']) {
			const whole = (await ask(`/${list}?limit=500`)).body as { items: { id: string }[]; total: number };
			expect(whole.items).toHaveLength(whole.total);
			const ids: string[] = [];
			let query = '?limit=2';
			for (let page = 0; page < 40 && query !== ''; page++) {
				const { body, headers } = await ask(`/${list}${query}`);
				const { items, next } = body as { items: { id: string }[]; next: string | null };
				ids.push(...items.map(({ id }) => id));
				const link = /<([^>]+)>; rel="next"/.exec(headers.get('link') ?? '')?.[1];
				expect(link === undefined).toBe(next === null);
				query = next === null ? '' : `?limit=2&after=${encodeURIComponent(next)}`;
				if (link) expect(new URL(link).searchParams.get('after')).toBe(next);
			}
			expect(ids, list).toEqual(whole.items.map(({ id }) => id));
		}
	});

	test('a start of another list is none of this one', async () => {
		const { next } = (await ask('/events?limit=1')).body as { next: string };
		expect((await ask(`/events?limit=1&after=${next}`)).status).toBe(200);
		expect((await ask(`/members?after=${next}`)).body).toMatchObject({ code: 'invalid_value', parameter: 'after' });
	});

	test('hold only the fields asked for', async () => {
		const { items } = (await ask('/members?fields=id,name')).body as { items: object[] };
		expect(items).toHaveLength(20);
		for (const item of items) expect(Object.keys(item).sort()).toEqual(['id', 'name']);
	});
});

describe('the manners of the interface', () => {
	test('whoever has the answer is told so, by GET and by HEAD', async () => {
		const first = await fetch(`${base}/members`);
		const etag = first.headers.get('etag') ?? '';
		expect(etag).not.toBe('');
		expect(first.headers.get('cache-control')).toMatch(/max-age=\d+/);
		for (const method of ['GET', 'HEAD']) {
			const again = await fetch(`${base}/members`, { method, headers: { 'if-none-match': etag } });
			expect([method, again.status, again.headers.get('access-control-allow-origin')]).toEqual([method, 304, '*']);
		}
		expect((await fetch(`${base}/members`, { headers: { 'if-none-match': '"other"' } })).status).toBe(200);
		expect((await fetch(`${base}/members`, { method: 'HEAD' })).status).toBe(200);
	});

	test('a browser may ask from anywhere; nobody may write', async () => {
		const options = await fetch(`${base}/members`, { method: 'OPTIONS', headers: { origin: 'https://elsewhere.example', 'access-control-request-method': 'GET' } });
		expect([options.status, options.headers.get('access-control-allow-origin'), options.headers.get('access-control-allow-methods')]).toEqual([204, '*', 'GET, HEAD, OPTIONS']);
		for (const path of ['/members', '/openapi.json']) {
			const { status, body, headers } = await ask(path, { method: 'PUT', body: '{}', headers: { 'content-type': 'application/json' } });
			expect([status, body['code'], headers.get('allow')]).toEqual([405, 'method_not_allowed', 'GET, HEAD, OPTIONS']);
		}
	});

	test.each(['/nothing', '/members/a/b', '/Members', '/v2'])('%s is not there, and the problem says what is', async (path) => {
		const { status, body } = await ask(path);
		expect([status, body['code'], faults(problemSchema(), body)]).toEqual([404, 'unknown_resource', []]);
	});

	test('each problem is explained where its type says', async () => {
		const page = await (await fetch(`${inject('origin')}/open-data`)).text();
		for (const code of Object.keys(PROBLEMS)) expect(page).toContain(`id="problem-${code}"`);
	});
});
