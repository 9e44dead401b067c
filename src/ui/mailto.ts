/**
 * The address of a link that opens a mail app. What stands in an address book may hold anything, so
 * nothing of it may end the address and begin a field of its own.
 * @param address an e-mail address, empty for none yet
 * @param subject what the mail is about
 * @param body its text, line ends as in the sheet
 */
export function mailtoOf(address: string, subject?: string, body?: string): string {
	const at = address.lastIndexOf('@');
	const to =
		at < 0
			? encodeURIComponent(address)
			: `${encodeURIComponent(address.slice(0, at))}@${encodeURIComponent(address.slice(at + 1))}`;
	const fields = [
		subject === undefined ? '' : `subject=${encodeURIComponent(subject)}`,
		body === undefined ? '' : `body=${encodeURIComponent(body.replaceAll(/\r?\n/g, '\r\n'))}`
	].filter(Boolean);
	return `mailto:${to}${fields.length > 0 ? `?${fields.join('&')}` : ''}`;
}
