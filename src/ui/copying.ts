/**
 * Copies a text, or selects it where the clipboard says no.
 * @returns what to say about it
 */
export async function copyOrSelect(text: string, select: () => void): Promise<string> {
	try {
		await navigator.clipboard.writeText(text);
		return 'Copied. Nothing is sent yet.';
	} catch {
		select();
		return 'Selected. Copy it with Ctrl C or a long press.';
	}
}
