/** A text field of a form that was sent, cut to what it may hold at most; empty where it is missing or a file. */
export function fieldOf(form: FormData, name: string, most: number): string {
	const value = form.get(name);
	return typeof value === 'string' ? value.slice(0, most) : '';
}
