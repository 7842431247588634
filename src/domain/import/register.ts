import { nameKey } from '../alike.ts';
import type { Adcode } from '../place.ts';
import type { Draft } from './draft.ts';
import type { FoundPlace } from './place.ts';
import { sameness } from './text.ts';

/** A record as far as rows are recognised by it. */
export type Known = {
	readonly id: string;
	readonly name: string;
	readonly nameEn: string | null;
	readonly aliases: readonly string[];
	readonly pinyin: string;
	readonly creditCode: string | null;
	readonly city: Adcode | null;
	readonly retired: boolean;
};

/** Why a record may be the one that a row means. */
export const LIKENESSES = ['name_elsewhere', 'name_twice', 'other_code', 'code_other_name', 'alias', 'english', 'pinyin', 'core'] as const;
export type Likeness = (typeof LIKENESSES)[number];
export type Candidate = { readonly id: string; readonly why: Likeness };

/** Which record a row is about. */
export type Identity =
	| { readonly is: 'record'; readonly id: string }
	| { readonly is: 'new' }
	| { readonly is: 'unsure'; readonly candidates: readonly Candidate[] }
	| { readonly is: 'refused'; readonly why: 'retired' };

/** More would not help to choose. */
const MOST_CANDIDATES = 5;

/** The records of one type, found by everything that a row may know them by. New ones join as rows make them. */
export class Register {
	readonly #byId = new Map<string, Known>();
	readonly #indexes = { name: new Map<string, string[]>(), alias: new Map<string, string[]>(), english: new Map<string, string[]>(), pinyin: new Map<string, string[]>(), core: new Map<string, string[]>(), code: new Map<string, string[]>() };
	readonly #pinyin: (text: string) => string;

	/** `pinyin` gives a name's reading as the record keeps it. */
	constructor(records: Iterable<Known>, pinyin: (text: string) => string) {
		this.#pinyin = pinyin;
		for (const record of records) this.add(record);
	}

	add(known: Known): void {
		this.#byId.set(known.id, known);
		if (known.retired) return;
		const put = (index: Map<string, string[]>, key: string) => {
			if (key === '') return;
			const ids = index.get(key);
			if (!ids) index.set(key, [known.id]);
			else if (!ids.includes(known.id) && ids.length < 50) ids.push(known.id);
		};
		put(this.#indexes.name, sameness(known.name));
		put(this.#indexes.core, nameKey(known.name));
		put(this.#indexes.pinyin, known.pinyin);
		if (known.nameEn) put(this.#indexes.english, sameness(known.nameEn));
		for (const alias of known.aliases) put(this.#indexes.alias, sameness(alias));
		if (known.creditCode) put(this.#indexes.code, known.creditCode);
	}

	get(id: string): Known | undefined {
		return this.#byId.get(id);
	}

	/** An identifier that no record bears yet, from this one. */
	free(wanted: string): string {
		const base = wanted.replace(/[^a-z0-9-]+/g, '').replace(/^-+/, '').slice(0, 72) || 'x';
		if (!this.#byId.has(base)) return base;
		for (let n = 2; ; n++) if (!this.#byId.has(`${base}-${n}`)) return `${base}-${n}`;
	}

	/**
	 * Which record a row means. Its identifier or its credit code settle it, and so does its name where nothing speaks
	 * against it; what only looks alike is a question.
	 */
	identify(draft: Draft): Identity {
		const id = draft.get('id') as string | null | undefined;
		const name = (draft.get('name') ?? null) as string | null;
		const code = (draft.get('creditCode') ?? null) as string | null;
		if (id) {
			const known = this.#byId.get(id);
			if (known) return known.retired ? { is: 'refused', why: 'retired' } : { is: 'record', id };
		}
		const byCode = code === null ? [] : (this.#indexes.code.get(code) ?? []);
		const byName = name === null ? [] : (this.#indexes.name.get(sameness(name)) ?? []);
		const [coded] = byCode;
		if (coded !== undefined && byCode.length === 1) {
			const sameName = name === null || byName.includes(coded) || this.#knows(coded, name);
			return sameName ? { is: 'record', id: coded } : unsure([{ id: coded, why: 'code_other_name' }, ...byName.map((each) => ({ id: each, why: 'other_code' as const }))]);
		}
		if (byName.length > 1) return unsure(byName.map((each) => ({ id: each, why: 'name_twice' })));
		const [named] = byName;
		if (named !== undefined) return this.#named(named, draft, code);
		return name === null ? { is: 'new' } : this.#alike(name, draft);
	}

	#knows(id: string, name: string): boolean {
		return this.#byId.get(id)?.aliases.some((alias) => sameness(alias) === sameness(name)) ?? false;
	}

	/** The name is the same: is it, by its city and its code, the same organisation? */
	#named(id: string, draft: Draft, code: string | null): Identity {
		const known = this.#byId.get(id) as Known;
		if (code !== null && known.creditCode !== null && known.creditCode !== code) return unsure([{ id, why: 'other_code' }]);
		const city = (draft.get('city') as FoundPlace | null | undefined)?.city ?? null;
		const elsewhere = city !== null && known.city !== null && city !== known.city && known.creditCode === null;
		return elsewhere ? unsure([{ id, why: 'name_elsewhere' }]) : { is: 'record', id };
	}

	#alike(name: string, draft: Draft): Identity {
		const found = new Map<string, Likeness>();
		const note = (ids: readonly string[] | undefined, why: Likeness) => ids?.forEach((id) => found.has(id) || found.set(id, why));
		const english = draft.get('nameEn') as string | null | undefined;
		note(this.#indexes.alias.get(sameness(name)), 'alias');
		for (const alias of (draft.get('aliases') ?? []) as readonly string[]) note(this.#indexes.name.get(sameness(alias)), 'alias');
		if (english) note(this.#indexes.english.get(sameness(english)), 'english');
		note(this.#indexes.core.get(nameKey(name)), 'core');
		note(this.#indexes.pinyin.get(this.#pinyin(name)), 'pinyin');
		return found.size === 0 ? { is: 'new' } : unsure([...found].map(([id, why]) => ({ id, why })));
	}
}

function unsure(candidates: readonly Candidate[]): Identity {
	const distinct = [...new Map(candidates.toReversed().map((candidate) => [candidate.id, candidate])).values()].toReversed();
	return { is: 'unsure', candidates: distinct.slice(0, MOST_CANDIDATES) };
}
