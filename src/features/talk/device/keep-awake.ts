/**
 * Keeps the screen from going dark during a talk, where the browser can; it lets go by itself when
 * the page is hidden, so it is asked for again on return.
 * @returns how to let go
 */
export function keepAwake(): () => void {
	let lock: WakeLockSentinel | undefined;
	let over = false;
	const ask = async (): Promise<void> => {
		if (over || document.visibilityState !== 'visible' || !('wakeLock' in navigator)) return;
		try {
			lock = await navigator.wakeLock.request('screen');
			if (over) await lock.release();
		} catch {
			// A low battery says no; the talk goes on with a screen that goes dark.
		}
	};
	document.addEventListener('visibilitychange', ask);
	void ask();
	return () => {
		over = true;
		document.removeEventListener('visibilitychange', ask);
		void lock?.release();
	};
}
