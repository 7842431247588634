import type { Invitation } from '#domain/invitation.ts';
import type { Role } from '#domain/role.ts';

/** One person who may sign in a row; nobody is ever deleted, `deactivated_at` shuts a person out. */
export interface PersonTable {
	id: string;
	name: string;
	/** In lower case. */
	email: string;
	email_verified: 0 | 1;
	image: string | null;
	role: Role;
	/** Is a code asked for at sign-in? */
	second_factor: 0 | 1;
	deactivated_at: string | null;
	created_at: string;
	updated_at: string;
}

/** One signed-in browser a row. */
export interface SessionTable {
	id: string;
	token: string;
	person_id: string;
	expires_at: string;
	address: string | null;
	agent: string | null;
	created_at: string;
	updated_at: string;
}

/** One way in of one person a row: with `provider_id` credential, the password's hash. */
export interface CredentialTable {
	id: string;
	person_id: string;
	account_id: string;
	provider_id: string;
	password: string | null;
	access_token: string | null;
	refresh_token: string | null;
	id_token: string | null;
	access_token_expires_at: string | null;
	refresh_token_expires_at: string | null;
	scope: string | null;
	created_at: string;
	updated_at: string;
}

/** One sign-in under way, between password and code, a row. */
export interface VerificationTable {
	id: string;
	identifier: string;
	value: string;
	expires_at: string;
	created_at: string;
	updated_at: string;
}

/** One person's second factor a row, its secret and recovery codes encrypted. */
export interface SecondFactorTable {
	id: string;
	person_id: string;
	secret: string;
	recovery_codes: string;
	/** Has a first code been given? */
	verified: 0 | 1;
	failures: number;
	locked_until: string | null;
}

/** One link that makes an account or sets a password a row; of its token only a hash. */
export interface InvitationTable {
	id: string;
	token_hash: string;
	purpose: Invitation['purpose'];
	role: Role;
	label: string;
	person_id: string | null;
	created_by: string;
	created_at: string;
	expires_at: string;
	used_at: string | null;
	revoked_at: string | null;
}

/** One secret of the installation a row, made once where the environment gives none. */
export interface SecretTable {
	name: string;
	value: string;
}

/** The tables of people by name. */
export interface PeopleTables {
	person: PersonTable;
	session: SessionTable;
	credential: CredentialTable;
	verification: VerificationTable;
	second_factor: SecondFactorTable;
	invitation: InvitationTable;
	secret: SecretTable;
}
