/**
 * Builds a mailto link. All parts are percent-encoded, so that an address from an address book cannot add
 * header fields of its own.
 * @param address an e-mail address, empty for none yet
 * @param subject of the mail
 * @param body text of the mail; line breaks become CRLF
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
