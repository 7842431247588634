import type { Reroute } from '@sveltejs/kit';

/** `/en/…` is the same page in English: routes are written once. */
export const reroute: Reroute = ({ url }) => (url.pathname === '/en' ? '/' : url.pathname.startsWith('/en/') ? url.pathname.slice(3) : undefined);
