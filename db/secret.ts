import { createHash, randomBytes, scryptSync, timingSafeEqual } from 'node:crypto';

/** A secret for an address: 160 random bits as text that needs no escaping. */
export function newToken(): string {
	return randomBytes(20).toString('base64url');
}

/** What is kept of a token. The token is random, so a plain hash does; base64url. */
export function tokenHash(token: string): string {
	return createHash('sha256').update(token).digest('base64url');
}

/** What is kept of a password: `salt.key`, by scrypt. */
export function passwordHash(password: string, salt = randomBytes(16).toString('base64url')): string {
	return `${salt}.${scryptSync(password, salt, 32).toString('base64url')}`;
}

/** Is it the password of that hash? Takes the same time either way. */
export function passwordMatches(password: string, hash: string): boolean {
	return sameText(passwordHash(password, hash.split('.')[0]), hash);
}

/** Are two secrets equal? Takes the same time either way. */
export function sameText(a: string, b: string): boolean {
	const [x, y] = [a, b].map((text) => createHash('sha256').update(text).digest());
	return timingSafeEqual(x as Buffer, y as Buffer);
}
