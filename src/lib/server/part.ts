import { isHttpError, isRedirect } from '@sveltejs/kit';
import type { Part } from '#lib/picture/part.ts';
import { errorDetails, log } from './log.ts';

/** Makes a part of a page. When it fails the reason goes to the log and the rest of the page stands. */
export async function part<T>(name: string, make: () => Promise<T> | T): Promise<Part<T>> {
	try {
		return { ok: true, value: await make() };
	} catch (error) {
		if (isHttpError(error) || isRedirect(error)) throw error;
		log('error', 'part of a page failed', { part: name, ...errorDetails(error) });
		return { ok: false };
	}
}
