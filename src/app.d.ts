import type { Session } from '#server/auth/session.ts';
import type { Caller } from '#server/perform.ts';
import type { App as Imago } from '#surfaces/app.server.ts';

declare global {
	namespace App {
		interface Locals {
			app: Imago;
			/** the actor `nobody` where nobody is signed in */
			caller: Caller;
			session: Session | undefined;
			/** address of the client; X-Forwarded-For is read from trusted proxies only */
			address: string;
		}
	}
}

export {};
