import { receiveSeen } from '#lib/server/embed-use.ts';
import type { RequestHandler } from './$types';

/** What an embed's script tells of where it is shown, and what browsers report of frames they refused. */
export const POST: RequestHandler = ({ request, url, getClientAddress }) => receiveSeen(request, url.origin, getClientAddress());
