import { importAnswer } from '#lib/server/import.ts';
import { download } from '#lib/server/download.ts';
import { requireRole } from '#lib/server/rights.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async (event) => {
	requireRole(event, 'editor');
	const { name, bytes } = await importAnswer(event.params.id);
	return download(name, bytes);
};
