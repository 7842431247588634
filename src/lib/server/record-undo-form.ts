/** The number of the change that a form wants undone; 0, which none has, where it says none. */
export function changeOf(form: FormData): number {
	const text = form.get('change');
	return typeof text === 'string' && /^\d{1,15}$/.test(text) ? Number(text) : 0;
}

/** The version that the address wants taken back, field by field; null where it wants none. */
export function undoing({ searchParams }: URL): number | null {
	const text = searchParams.get('undo') ?? '';
	return /^\d{1,9}$/.test(text) ? Number(text) : null;
}
