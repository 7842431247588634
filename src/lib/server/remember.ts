import { dataVersion } from '#db/queries/data-version.ts';
import { database } from './atlas.ts';

/** Remembered answers of one version of the data; more than this and the oldest goes. */
const MOST = 300;

let version = -1;
let answers = new Map<string, Promise<unknown>>();

/**
 * The answer to a question that only the record can change: asked once for each version of the data. A failure is not
 * remembered. `key` names the question with everything the answer depends on.
 */
export async function remember<T>(key: string, answer: () => Promise<T>): Promise<T> {
	const now = await dataVersion(database());
	if (now !== version) {
		version = now;
		answers = new Map();
	}
	const known = answers.get(key);
	if (known) return known as Promise<T>;
	const store = answers;
	const asked = answer();
	store.set(key, asked);
	asked.catch(() => store.delete(key));
	if (store.size > MOST) store.delete(store.keys().next().value as string);
	return asked;
}
