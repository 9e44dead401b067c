/**
 * An address that a page may link to: http or https, without a name and password in it. Whatever
 * else browsers follow (`javascript:`, `data:` and the like) runs in the page or deceives.
 * @param text as it was typed, or as it is kept
 * @returns the address as browsers read it, or nothing
 */
export function safeLink(text: string): string | undefined {
	if (!/^https?:\/\//i.test(text) || !URL.canParse(text)) return undefined;
	const { username, password, href } = new URL(text);
	return username === '' && password === '' ? href : undefined;
}
