/** A part of a page: its content, or that it failed. */
export type Part<T> = { readonly ok: true; readonly value: T } | { readonly ok: false };
