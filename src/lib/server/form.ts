import * as v from 'valibot';

/** A text field of a form that was sent, cut to what it may hold at most; empty where it is missing or a file. */
export function fieldOf(form: FormData, name: string, most: number): string {
	const value = form.get(name);
	return typeof value === 'string' ? value.slice(0, most) : '';
}

/** What is wrong with a form: for each field a code that the page words. */
export type FieldErrors = Readonly<Record<string, string>>;

/** The fields of a form by name, as texts; `most` bounds each. */
export function fieldsOf<Name extends string>(form: FormData, names: readonly Name[], most = 2000): Record<Name, string> {
	return Object.fromEntries(names.map((name) => [name, fieldOf(form, name, most)])) as Record<Name, string>;
}

/** Checks values by a schema: the value it makes, or the first complaint for each field. */
export function checked<Schema extends v.GenericSchema>(
	schema: Schema,
	values: unknown
): { readonly value: v.InferOutput<Schema>; readonly errors: null } | { readonly value: null; readonly errors: FieldErrors } {
	const result = v.safeParse(schema, values);
	if (result.success) return { value: result.output, errors: null };
	const errors: Record<string, string> = {};
	for (const issue of result.issues) errors[v.getDotPath(issue) ?? ''] ??= issue.message;
	return { value: null, errors };
}
