import type { FormRecord } from '#domain/form.ts';
import type { Locale } from '#domain/locale.ts';
import type { RecordType } from '#domain/record.ts';
import type { ConflictState } from '#lib/picture/record/form-state.ts';
import { askedConflict, choicesIn, versionRecord } from './record-merge.ts';
import { versionOf } from './record-save.ts';

/** A form that has one text for each input, as those of prospects and targets have. */
export type TextForm<Input extends string> = {
	readonly type: RecordType;
	/** The inputs that say a property; none where the form leaves it as it is. */
	readonly inputs: (property: string) => readonly Input[];
	readonly write: (record: FormRecord) => Readonly<Record<Input, string>>;
	/** What the texts make of a record; null where something is wrong with them. */
	readonly read: (texts: Readonly<Record<Input, string>>, record: FormRecord) => FormRecord | null;
};

/** A form in which a person chose between two versions. `unchosen`: inputs in which nothing was chosen yet. */
export type Choice<Input extends string> = {
	readonly texts: Readonly<Record<Input, string>>;
	readonly unchosen: readonly Input[];
	readonly taken: Readonly<Record<string, string>>;
	readonly conflict: ConflictState | null;
};

/**
 * Puts what others saved in place of what was typed where a form says that theirs is to be kept. The conflict it asked about
 * comes along, to be shown again where the form cannot be saved yet. `locale`: the language it is told in.
 */
export async function chosenTexts<Input extends string>(
	of: TextForm<Input>,
	id: string,
	form: FormData,
	typed: Readonly<Record<Input, string>>,
	locale: Locale
): Promise<Choice<Input>> {
	const { asked, taken } = choicesIn(of.type, form);
	if (asked.length === 0) return { texts: typed, unchosen: [], taken, conflict: null };
	const version = versionOf(form);
	const theirs = await versionRecord(of.type, id, version);
	const part = (texts: Readonly<Record<Input, string>>, property: string): Partial<Record<Input, string>> =>
		Object.fromEntries(of.inputs(property).map((input) => [input, texts[input]])) as Partial<Record<Input, string>>;
	const kept = theirs === null ? [] : asked.filter((property) => taken[property] === 'theirs');
	const texts = kept.reduce((all, property) => ({ ...all, ...part(of.write(theirs as FormRecord), property) }), typed);
	const unchosen = asked.filter((property) => !kept.includes(property) && taken[property] !== 'mine').flatMap((property) => of.inputs(property).slice(0, 1));
	const mine = (property: string, saved: FormRecord): FormRecord | string => {
		const own = part(typed, property);
		return of.read({ ...of.write(saved), ...own }, saved) ?? Object.values<string | undefined>(own).filter(Boolean).join(' / ');
	};
	const conflict = await askedConflict(of.type, id, { base: versionOf(form, 'base'), version, fields: asked, mine }, locale);
	return { texts, unchosen, taken, conflict };
}

/** The inputs of which something is to be said: nothing was chosen in them. */
export function chooseIssues<Input extends string>(unchosen: readonly Input[]): Partial<Record<Input, 'choose'>> {
	return Object.fromEntries(unchosen.map((input) => [input, 'choose'])) as Partial<Record<Input, 'choose'>>;
}
