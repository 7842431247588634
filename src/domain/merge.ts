/** Is it the same value: JSON compared by content, whatever the order of properties? */
export function isSame(one: unknown, other: unknown): boolean {
	if (Object.is(one, other)) return true;
	if (typeof one !== 'object' || typeof other !== 'object' || one === null || other === null) return false;
	if (Array.isArray(one) !== Array.isArray(other)) return false;
	const keys = Object.keys(one);
	if (keys.length !== Object.keys(other).length) return false;
	return keys.every((key) => Object.hasOwn(other, key) && isSame(one[key as never], other[key as never]));
}

/** Properties by name, of a record or of a form. */
export type Properties = Readonly<Record<string, unknown>>;

/**
 * What became of two changes of one record. `theirs`, `mine` and `both` name the fields that only one or both changed
 * without contradiction; `conflicts` those that both changed to something else, for which `merged` has mine.
 */
export type Merge<R> = {
	readonly merged: R;
	readonly theirs: readonly string[];
	readonly mine: readonly string[];
	readonly both: readonly string[];
	readonly conflicts: readonly string[];
};

/**
 * Joins two changes of `base` field by field. A field that only one has changed is taken from there. Lists that both have
 * changed are joined item by item: what either took out is out, what either put in is in, behind what was there.
 */
export function mergeRecords<R extends Properties>(base: R, theirs: R, mine: R, fields: readonly string[]): Merge<R> {
	const merged: Record<string, unknown> = { ...mine };
	const found = { theirs: [] as string[], mine: [] as string[], both: [] as string[], conflicts: [] as string[] };
	for (const field of fields) {
		const [was, their, my] = [base[field], theirs[field], mine[field]];
		if (isSame(their, my)) {
			if (!isSame(was, my)) found.both.push(field);
		} else if (isSame(was, my)) {
			found.theirs.push(field);
			merged[field] = their;
		} else if (isSame(was, their)) found.mine.push(field);
		else if (Array.isArray(was) && Array.isArray(their) && Array.isArray(my)) {
			found.both.push(field);
			merged[field] = mergeLists(was, their, my);
		} else found.conflicts.push(field);
	}
	return { merged: merged as R, ...found };
}

function mergeLists(was: readonly unknown[], theirs: readonly unknown[], mine: readonly unknown[]): unknown[] {
	const holds = (list: readonly unknown[], item: unknown): boolean => list.some((one) => isSame(one, item));
	const added = [...theirs, ...mine].filter((item, i, items) => !holds(was, item) && items.findIndex((one) => isSame(one, item)) === i);
	// Put in order, so that it does not matter who is whom.
	const text = (item: unknown): string => JSON.stringify(item);
	return [
		...was.filter((item) => holds(theirs, item) && holds(mine, item)),
		...added.sort((one, other) => (text(one) < text(other) ? -1 : 1))
	];
}

/** The fields in which two records differ. */
export function changedFields(before: Properties, after: Properties, fields: readonly string[]): string[] {
	return fields.filter((field) => !isSame(before[field], after[field]));
}
