import { onMount, tick } from 'svelte';
import { beforeNavigate } from '$app/navigation';
import { here } from '#lib/components/ui/here.svelte.ts';
import { staffText } from '#lib/i18n/staff.ts';

/**
 * Asks before a form with changes is left, by a link or by closing the page; whoever sends it is not asked. Called while a
 * component is made. `form`: the form once it is there; `isRefused`: it shows what was sent and not saved.
 */
export function askBeforeLeaving(form: () => HTMLFormElement, isRefused: boolean): void {
	let opened: string | null = null;
	let isTyped = isRefused;
	let isSent = false;

	onMount(() => {
		const element = form();
		// Typed before the script came.
		isTyped ||= [...element.elements].some(isFilledIn);
		void tick().then(() => (opened = contents(element)));
		const send = (): void => {
			isSent = true;
		};
		element.addEventListener('submit', send);
		return () => element.removeEventListener('submit', send);
	});

	beforeNavigate(({ type, cancel }) => {
		if (isSent || !(isTyped || (opened !== null && contents(form()) !== opened))) return;
		// Who closes the page is asked by the browser itself.
		if (type === 'leave' || !confirm(staffText[here.locale].unsaved)) cancel();
	});
}

/** Does a field hold something else than what the server drew into it? */
function isFilledIn(field: Element): boolean {
	if (field instanceof HTMLSelectElement) return field.length > 0 && field.selectedIndex !== Math.max(0, [...field.options].findLastIndex(({ defaultSelected }) => defaultSelected));
	if (field instanceof HTMLTextAreaElement) return field.value !== field.defaultValue.replaceAll('\r\n', '\n');
	if (!(field instanceof HTMLInputElement) || field.type === 'hidden') return false;
	return field.type === 'checkbox' || field.type === 'radio' ? field.checked !== field.defaultChecked : field.value !== field.defaultValue;
}

function contents(form: HTMLFormElement): string {
	return JSON.stringify([...new FormData(form)].map(([name, value]) => [name, String(value)]));
}
