import type { Generated } from 'kysely';
import type { MaybeText, Text } from './columns.ts';
import type { LexiconTables } from './lexicons.ts';

interface AuthUser {
	id: Text;
	name: Text;
	email: Text;
	emailVerified: number;
	image: MaybeText;
	createdAt: Text;
	updatedAt: Text;
	twoFactorEnabled: Generated<number | null>;
}
interface AuthSession {
	id: Text;
	userId: Text;
	token: Text;
	expiresAt: Text;
	ipAddress: MaybeText;
	/** families of browser and system alone, see `auth/user-agent.ts` */
	userAgent: MaybeText;
	createdAt: Text;
	updatedAt: Text;
	signedInBy: Generated<MaybeText>;
}
interface AuthTwoFactor {
	id: Text;
	userId: Text;
	secret: Text;
	backupCodes: Text;
	verified: number;
	failedVerificationCount: Generated<number | null>;
	lockedUntil: Generated<MaybeText>;
	usedStep: Generated<number | null>;
}
interface AuthAccount {
	id: Text;
	userId: Text;
	accountId: Text;
	providerId: Text;
	accessToken: MaybeText;
	refreshToken: MaybeText;
	idToken: MaybeText;
	accessTokenExpiresAt: MaybeText;
	refreshTokenExpiresAt: MaybeText;
	scope: MaybeText;
	password: MaybeText;
	createdAt: Text;
	updatedAt: Text;
}
interface AuthVerification {
	id: Text;
	identifier: Text;
	value: Text;
	expiresAt: Text;
	createdAt: Text;
	updatedAt: Text;
}
interface AuthPasskey {
	id: Text;
	name: MaybeText;
	publicKey: Text;
	userId: Text;
	credentialID: Text;
	counter: number;
	deviceType: Text;
	backedUp: number;
	transports: MaybeText;
	createdAt: MaybeText;
	aaguid: MaybeText;
}

/** What has no workspace, or is looked up before one is known. */
export interface InstanceTables extends LexiconTables {
	migrations: { name: Text; sum: Text; ran_at: Text };
	instance: { name: Text; value: Text };
	auth_user: AuthUser;
	auth_session: AuthSession;
	auth_account: AuthAccount;
	auth_verification: AuthVerification;
	auth_passkey: AuthPasskey;
	auth_two_factor: AuthTwoFactor;
	known_networks: { user_id: Text; network: Text; seen_at: Text };
	key_reviews: { user_id: Text; asked_at: Text };
	workspaces: {
		id: Text;
		user_id: Text;
		explorer_name: Text;
		introduction: Generated<Text>;
		zone: Text;
		holiday_country: MaybeText;
		created_at: Text;
		kept_out_key: MaybeText;
		set_aside_at: MaybeText;
		awaited_by: MaybeText;
	};
	one_time_links: {
		hash: Text;
		purpose: Text;
		user_id: MaybeText;
		made_at: Text;
		expires_at: Text;
		used_at: MaybeText;
	};
	jobs: {
		id: Text;
		workspace_id: MaybeText;
		kind: Text;
		payload: Text;
		run_at: Text;
		queued_at: Text;
		attempts: Generated<number>;
		leased_until: MaybeText;
		leased_by: MaybeText;
		done_at: MaybeText;
		failed_at: MaybeText;
		failure: MaybeText;
	};
	tries: { key: Text; used: number; until: Text; next_at: Generated<MaybeText> };
}
