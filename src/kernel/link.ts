/**
 * Validates an address that a page may link to: http or https, without user name and password. Other
 * schemes (`javascript:`, `data:`) can run code in the page or deceive.
 * @param text as typed or stored
 * @returns the normalised address, or undefined
 */
export function safeLink(text: string): string | undefined {
	if (!/^https?:\/\//i.test(text) || !URL.canParse(text)) return undefined;
	const { username, password, href } = new URL(text);
	return username === '' && password === '' ? href : undefined;
}
