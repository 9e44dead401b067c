import { signInPageAddress } from '#kernel/addresses.ts';
/** Pages of this browser that are open side by side. */
export interface OtherTabs {
	/** says that the account has signed out */
	tell(): void;
	close(): void;
}

/** @param signedOut called once another tab has signed this account out */
export function joinTabs(owner: string, signedOut: () => void): OtherTabs {
	const channel = new BroadcastChannel('imago-signed-out');
	channel.onmessage = ({ data }) => {
		if (data === owner) signedOut();
	};
	return { tell: () => channel.postMessage(owner), close: () => channel.close() };
}

/** Nothing of the account stays in sight, nor one step back. */
export function leavePage(to = signInPageAddress()): void {
	sessionStorage.clear();
	location.replace(to);
}
