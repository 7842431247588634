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
		isTyped ||= [...element.querySelectorAll<HTMLInputElement>('input[type="text"], input:not([type])')].some(({ value, defaultValue }) => value !== defaultValue);
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

function contents(form: HTMLFormElement): string {
	return JSON.stringify([...new FormData(form)].map(([name, value]) => [name, String(value)]));
}
