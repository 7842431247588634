import { download } from '#lib/server/download.ts';
import { exportFile } from '#lib/server/export.ts';
import { requireRole } from '#lib/server/rights.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async (event) => {
	requireRole(event, 'viewer');
	const { name, bytes } = await exportFile(event.params.file, event.locals.locale);
	return download(name, bytes);
};
