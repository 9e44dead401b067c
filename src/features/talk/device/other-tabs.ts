import { signInPageAddress } from '#kernel/page-addresses.ts';

/** Messages between open tabs of this browser. */
export interface OtherTabs {
	/** announces that the account has signed out */
	tell(): void;
	close(): void;
}

/** @param signedOut called when another tab has signed out this account */
export function joinTabs(owner: string, signedOut: () => void): OtherTabs {
	const channel = new BroadcastChannel('imago-signed-out');
	channel.onmessage = ({ data }) => {
		if (data === owner) signedOut();
	};
	return { tell: () => channel.postMessage(owner), close: () => channel.close() };
}

/** Replaces the page in the history, so that nothing of the account can be seen, even by going back. */
export function leavePage(to = signInPageAddress()): void {
	sessionStorage.clear();
	location.replace(to);
}
