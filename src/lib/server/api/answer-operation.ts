import * as v from 'valibot';
import { readCursor } from '#db/queries/page.ts';
import { Problem } from '#domain/problem.ts';
import { barePath } from '#lib/i18n/address.ts';
import type { Answered } from './answer.ts';
import { askedBy, checkGroup } from './asked.ts';
import { indexOf } from './index.ts';
import { openApi } from './open-api.ts';
import { OPERATIONS, operationAt, type Operation } from './operations.ts';
import { readParameters } from './parameter.ts';
import { itemOf, listOf, SCHEMAS } from './schema.ts';

/** Where the interface lives. */
export const BASE = '/api/v1';

const JSON_TYPE = 'application/json; charset=utf-8';

/** Answers a question to the interface. Throws a `Problem` where it cannot be answered as asked. */
export async function answerOperation({ url }: { readonly url: URL }): Promise<Answered> {
	const path = barePath(url.pathname).slice(BASE.length).replace(/\/$/, '');
	if (path === '') return { body: JSON.stringify(indexOf(url.origin + BASE)), type: JSON_TYPE };
	if (path === '/openapi.json') return { body: JSON.stringify(openApi(url.origin + BASE)), type: JSON_TYPE };
	const found = operationAt(path);
	if (!found) throw new Problem('unknown_resource', { detail: `There is no resource ${path}.`, allowed: OPERATIONS.map((operation) => BASE + operation.path) });
	const { operation, id } = found;
	const asked = askedBy(readParameters(url.searchParams, operation.parameters));
	await checkGroup(asked);
	if (asked.values.after !== undefined && readCursor(asked.values.after, operation.keys ?? 0) === null)
		throw new Problem('invalid_value', { detail: 'after must be the `next` of the page before, of the same list.', parameter: 'after' });
	const when = { at: asked.reading.at, known: asked.reading.known === null ? null : asked.reading.view.known };
	const pick = picker(operation, asked.values.fields);
	if (operation.shape === 'list') {
		const list = v.parse(listOf(operation.schema), { ...when, ...(await operation.make(asked)) });
		return { body: JSON.stringify({ ...list, items: list.items.map(pick) }), type: JSON_TYPE, headers: nextLink(url, list.next) };
	}
	const made = await operation.make(asked, decodeURIComponent(id));
	if (made === null) throw new Problem('unknown_id', { detail: `${operation.path.split('/')[1]} has no ${id.slice(0, 80)}.` });
	const answer = v.parse(itemOf(operation.schema), { ...when, item: made });
	return { body: JSON.stringify({ ...answer, item: pick(answer.item) }), type: JSON_TYPE };
}

/** Leaves of an item only the fields asked for. Throws a `Problem` for a field that it does not have. */
function picker({ schema }: Operation, fields: readonly string[] | undefined): (item: object) => object {
	if (!fields) return (item) => item;
	const allowed = Object.keys(SCHEMAS[schema].entries);
	const unknown = fields.find((field) => !allowed.includes(field));
	if (unknown !== undefined) throw new Problem('invalid_value', { detail: `fields names ${unknown}, which there is not.`, parameter: 'fields', allowed });
	return (item) => Object.fromEntries(Object.entries(item).filter(([key]) => fields.includes(key)));
}

function nextLink(url: URL, next: string | null): Record<string, string> {
	if (next === null) return {};
	const to = new URL(url);
	to.searchParams.set('after', next);
	return { link: `<${to.href}>; rel="next"` };
}
