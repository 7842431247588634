import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { MOST_IN_PAGE, Parcel, unwrap } from './parcel.ts';
import type { PackedFacts } from './travel.ts';

const facts = (bytes: number): PackedFacts => ({ today: 'x'.repeat(bytes) }) as unknown as PackedFacts;
const over = (parcel: Parcel): Parcel => Parcel.received(JSON.parse(JSON.stringify(parcel.sent())));

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

test('few facts travel with the page, of many only the address', async () => {
	const never = (): Promise<Response> => Promise.reject(new Error('asked'));
	expect(await unwrap(over(new Parcel(facts(100), '/facts')), never)).toEqual(facts(100));
	const many = over(new Parcel(facts(MOST_IN_PAGE), '/facts?at=2021-06-30'));
	expect(JSON.stringify(many).length).toBeLessThan(100);
	const asked: string[] = [];
	const got = await unwrap(many, (address) => (asked.push(address), Promise.resolve(Response.json(facts(MOST_IN_PAGE)))));
	expect([got, asked]).toEqual([facts(MOST_IN_PAGE), ['/facts?at=2021-06-30']]);
});

test('a network that comes back is waited for; one that does not is told of', async () => {
	const parcel = new Parcel(null, '/facts');
	let tries = 0;
	const flaky = unwrap(parcel, () => (++tries < 4 ? Promise.reject(new TypeError('no network')) : Promise.resolve(Response.json(facts(1)))));
	await vi.runAllTimersAsync();
	expect([await flaky, tries]).toEqual([facts(1), 4]);
	const gone = unwrap(parcel, () => Promise.resolve(new Response('', { status: 503 })));
	const told = expect(gone).rejects.toThrow('/facts answered 503');
	await vi.runAllTimersAsync();
	await told;
});
