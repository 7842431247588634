import type { Reroute } from '@sveltejs/kit';
import { readShape } from '#domain/shape.ts';
import { barePath } from '#lib/i18n/address.ts';

/** `/en/…` is the same page in English: routes are written once. A view with an ending is that view in another shape. */
export const reroute: Reroute = ({ url }) => {
	const path = barePath(url.pathname);
	const shaped = readShape(path);
	if (shaped) return `/shapes/${shaped.shape}${shaped.path}`;
	return path === url.pathname ? undefined : path;
};
