/** The part of a client's address that one household or company cannot change at will: all of IPv4, the /64 network of IPv6. */
export function addressKey(address: string): string {
	const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address);
	if (mapped) return mapped[1] as string;
	if (!address.includes(':')) return address;
	const [head = '', tail] = (address.split('%')[0] as string).toLowerCase().split('::');
	const parts = (text: string | undefined): string[] => (text ? text.split(':') : []);
	const before = parts(head);
	const after = parts(tail);
	const whole = tail === undefined ? before : [...before, ...Array<string>(Math.max(0, 8 - before.length - after.length)).fill('0'), ...after];
	return whole
		.slice(0, 4)
		.map((part) => part.replace(/^0+(?=.)/, ''))
		.join(':');
}
