import type { Reroute, Transport } from '@sveltejs/kit';
import { readShape } from '#domain/shape.ts';
import { barePath } from '#lib/i18n/address.ts';
import { Parcel } from '#lib/picture/dashboard/parcel.ts';

/** `/en/…` is the same page in English: routes are written once. A view with an ending is that view in another shape. */
export const reroute: Reroute = ({ url }) => {
	const path = barePath(url.pathname);
	const shaped = readShape(path);
	if (shaped) return `/shapes/${shaped.shape}${shaped.path}`;
	return path === url.pathname ? undefined : path;
};

/** What is more than plain data on its way from a server's load to the browser. */
export const transport: Transport = {
	Parcel: { encode: (value) => value instanceof Parcel && value.sent(), decode: (sent) => Parcel.received(sent) }
};
