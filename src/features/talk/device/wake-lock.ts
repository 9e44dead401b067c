/**
 * Holds a screen wake lock during a talk, if the browser supports it. Browsers release it when the page
 * is hidden, so it is requested again when the page is visible.
 * @returns function that releases it
 */
export function holdWakeLock(): () => void {
	let lock: WakeLockSentinel | undefined;
	let over = false;
	const ask = async (): Promise<void> => {
		if (over || document.visibilityState !== 'visible' || !('wakeLock' in navigator)) return;
		try {
			lock = await navigator.wakeLock.request('screen');
			if (over) await lock.release();
		} catch {
			// Refused, for example on low battery: the talk goes on without it.
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
