import type { Attachment } from 'svelte/attachments';

type TextField = HTMLInputElement | HTMLSelectElement;
const met = new WeakSet<TextField>();

/**
 * Keeps a field with the address without taking away what the reader has typed before the script took over: `value` is
 * written when it changes, not when the page comes alive. Goes with `defaultValue`, or `selected`, which the server draws.
 */
export function following(value: string): Attachment<TextField> {
	return (field) => {
		if (met.has(field)) field.value = value;
		met.add(field);
	};
}
