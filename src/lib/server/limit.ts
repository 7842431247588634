/** At most this many keys are remembered; beyond, the oldest go. */
const MOST_KEYS = 10_000;

/** What is left to a key: `left` tries now, and after how many whole seconds another one comes back. */
export type Allowance = { readonly allowed: boolean; readonly left: number; readonly retryAfter: number };

/** Takes one try of a key at a time in milliseconds. */
export type Limit = (key: string, now: number) => Allowance;

/** A limit of `tries` at once, which come back one by one over `perMs`: a bucket for each key, in memory. */
export function limitOf(tries: number, perMs: number): Limit {
	const buckets = new Map<string, { level: number; at: number }>();
	const each = perMs / tries;
	return (key, now) => {
		const before = buckets.get(key) ?? { level: tries, at: now };
		const level = Math.min(tries, before.level + Math.max(0, now - before.at) / each);
		const allowed = level >= 1;
		const after = allowed ? level - 1 : level;
		buckets.delete(key);
		buckets.set(key, { level: after, at: now });
		if (buckets.size > MOST_KEYS) buckets.delete(buckets.keys().next().value as string);
		return { allowed, left: Math.floor(after), retryAfter: allowed ? 0 : Math.ceil(((1 - after) * each) / 1000) };
	};
}
