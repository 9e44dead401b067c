import type { Session } from '#server/auth/session.ts';
import type { Caller } from '#server/perform.ts';
import type { App as Imago } from '#surfaces/app.server.ts';

declare global {
	namespace App {
		interface Locals {
			app: Imago;
			/** nobody's where nobody is signed in */
			caller: Caller;
			session: Session | undefined;
			/** the client's address, seen through trusted proxies only */
			address: string;
		}
	}
}

export {};
