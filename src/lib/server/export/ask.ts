import { Problem } from '#domain/problem.ts';
import { readShape } from '#domain/shape.ts';
import { barePath } from '#lib/i18n/address.ts';
import type { Answered } from '../api/answer.ts';
import { readingOf } from '../reading.ts';
import { PNG_WIDTHS } from './png.ts';
import { viewFile, type FileOptions } from './view-file.ts';
import { viewExport } from './views.ts';

/** The view of an address in the shape that its ending asks for, as of the same query as its page. Throws `Problem`. */
export async function shapedView(event: { readonly url: URL; readonly locals: App.Locals }): Promise<Answered> {
	const { url, locals } = event;
	const asked = readShape(barePath(url.pathname));
	if (!asked) throw new Problem('unknown_resource', { detail: `There is nothing at ${url.pathname}.` });
	const options = fileOptions(url.searchParams);
	const context = { reading: readingOf({ url, locals }), origin: url.origin };
	const view = await viewExport(context, asked.path);
	if (!view) throw new Problem('unknown_id', { detail: `There is no view ${asked.path}.` });
	const file = await viewFile(context, view, asked.shape, options);
	if (!file) throw new Problem('nothing_to_draw', { detail: `${asked.path} has nothing to draw on ${context.reading.at}.` });
	const shown = asked.shape === 'svg' || asked.shape === 'png' || asked.shape === 'json' ? 'inline' : 'attachment';
	return {
		body: file.body,
		type: file.type,
		headers: { 'content-disposition': `${shown}; filename="${file.name.replace(/[^\w.-]/g, '_')}"`, ...(asked.shape === 'svg' && { 'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'" }) }
	};
}

/** What a shape takes beside the view. A view's own parameters are read as on its page; these must make sense. */
function fileOptions(query: URLSearchParams): FileOptions {
	const headers = oneOf(query, 'headers', ['words', 'codes']) ?? 'words';
	const width = query.get('width');
	if (width !== null && !(/^\d{1,5}$/.test(width) && Number(width) >= PNG_WIDTHS.least && Number(width) <= PNG_WIDTHS.most))
		throw new Problem('invalid_value', { detail: `width must be a whole number from ${PNG_WIDTHS.least} to ${PNG_WIDTHS.most}.`, parameter: 'width' });
	return {
		codes: headers === 'codes',
		table: query.get('table'),
		width: width === null ? PNG_WIDTHS.usual : Number(width),
		palette: query.get('theme') === 'dark' ? 'dark' : 'light'
	};
}

function oneOf<T extends string>(query: URLSearchParams, parameter: string, allowed: readonly T[]): T | null {
	const text = query.get(parameter);
	const found = allowed.find((value) => value === text);
	if (text !== null && found === undefined) throw new Problem('invalid_value', { detail: `${parameter} must be one of ${allowed.join(', ')}.`, parameter, allowed });
	return found ?? null;
}
