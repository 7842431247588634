import { betterAuth } from 'better-auth';
import { twoFactor } from 'better-auth/plugins/two-factor';
import { personById } from '#db/queries/person.ts';
import { PASSWORD_LENGTH } from '#domain/person.ts';
import { authSecret, database } from './atlas.ts';
import { log } from './log.ts';

/** Under which the client's address, as this server knows it, is handed to the library; a request's own header of this name is never passed on. */
export const ADDRESS_HEADER = 'x-atlas-address';

const HOUR = 3600;
const STAMPS = { createdAt: 'created_at', updatedAt: 'updated_at' } as const;

/**
 * Sessions, passwords and second factors on our own tables. None of the library's addresses is served: every call comes
 * from a form action or load of ours, which checks origin, rights and limits itself.
 */
function create() {
	return betterAuth({
		appName: 'Taihu Atlas',
		baseURL: 'http://localhost',
		secret: authSecret(),
		// One way of keeping moments and flags in both dialects: as the SQLite form has them, in text and integers.
		database: { db: database() as never, type: 'sqlite', transaction: false },
		telemetry: { enabled: false },
		logger: {
			level: 'warn',
			log: (level, message) => {
				if (level === 'error') log('error', 'sign-in library', { error: message });
			}
		},
		rateLimit: { enabled: false },
		advanced: {
			cookiePrefix: 'atlas',
			useSecureCookies: false,
			ipAddress: { ipAddressHeaders: [ADDRESS_HEADER] },
			database: { validateSchema: false }
		},
		emailAndPassword: {
			enabled: true,
			disableSignUp: true,
			minPasswordLength: PASSWORD_LENGTH.least,
			maxPasswordLength: PASSWORD_LENGTH.most,
			revokeSessionsOnPasswordReset: true
		},
		user: {
			modelName: 'person',
			fields: { emailVerified: 'email_verified', ...STAMPS },
			additionalFields: {
				role: { type: 'string', required: true, input: false },
				deactivatedAt: { type: 'string', required: false, input: false, fieldName: 'deactivated_at' }
			}
		},
		session: {
			modelName: 'session',
			fields: { userId: 'person_id', expiresAt: 'expires_at', ipAddress: 'address', userAgent: 'agent', ...STAMPS },
			expiresIn: 7 * 24 * HOUR,
			updateAge: HOUR,
			freshAge: 0
		},
		account: {
			modelName: 'credential',
			fields: {
				userId: 'person_id',
				accountId: 'account_id',
				providerId: 'provider_id',
				accessToken: 'access_token',
				refreshToken: 'refresh_token',
				idToken: 'id_token',
				accessTokenExpiresAt: 'access_token_expires_at',
				refreshTokenExpiresAt: 'refresh_token_expires_at',
				...STAMPS
			}
		},
		verification: { modelName: 'verification', fields: { expiresAt: 'expires_at', ...STAMPS } },
		databaseHooks: {
			session: {
				create: {
					// Whoever is shut out gets the answer of a wrong password.
					before: async ({ userId }) => ((await personById(database(), userId))?.deactivatedAt === null ? undefined : false)
				}
			}
		},
		plugins: [
			twoFactor({
				issuer: 'Taihu Atlas',
				twoFactorCookieMaxAge: 600,
				schema: {
					user: { fields: { twoFactorEnabled: 'second_factor' } },
					twoFactor: {
						modelName: 'second_factor',
						fields: {
							userId: 'person_id',
							backupCodes: 'recovery_codes',
							failedVerificationCount: 'failures',
							lockedUntil: 'locked_until'
						}
					}
				}
			})
		]
	});
}

let created: ReturnType<typeof create> | null = null;

/** The library's functions, on this server's database. */
export function auth(): ReturnType<typeof create>['api'] {
	created ??= create();
	return created.api;
}
