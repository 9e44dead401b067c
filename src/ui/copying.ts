/**
 * Copies a text to the clipboard.
 * @param select selects the text where the clipboard is not available
 * @returns the message to show
 */
export async function copyOrSelect(text: string, select?: () => void): Promise<string> {
	try {
		await navigator.clipboard.writeText(text);
		return 'Copied. Nothing is sent yet.';
	} catch {
		if (!select) return 'Select the text. Then copy with Ctrl+C or a long press.';
		select();
		return 'Text selected. Copy with Ctrl+C or a long press.';
	}
}
