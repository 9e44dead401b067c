import { Refusal, refuse } from '#kernel/refusal.ts';

/** Fields that a form may bring [D]; the largest of ours has about sixty. */
export const mostFields = 1000;

const unreadable = refuse(
	'invalid',
	'form.unreadable',
	'This form arrived damaged. Nothing was changed. Go back and send it again.'
);

const tooManyFields = refuse(
	'too-large',
	'form.too-many-fields',
	'This form brings more fields than any page of Imago has. Nothing was changed. Go back and send it again.'
);

/** Whether a mark stands in the bytes more often than a form has fields; looks no further than that. */
export function hasTooMany(bytes: Buffer, mark: string): boolean {
	let count = 0;
	for (let at = bytes.indexOf(mark); at >= 0; at = bytes.indexOf(mark, at + mark.length)) {
		count += 1;
		if (count > mostFields) return true;
	}
	return false;
}

/** What stands between the fields of a body of this type. */
function markOf(type: string): string {
	const boundary = /^multipart\/form-data.*?boundary="?([^";]+)/i.exec(type)?.[1];
	return boundary ? `--${boundary}` : '&';
}

/**
 * Reads a posted form. Its fields are counted before a parser makes something of each: half a
 * million empty ones would hold the server up for seconds.
 * @throws Refusal `form.unreadable` for a body that is no form, damaged on the way or by hand;
 * `form.too-many-fields` (413)
 */
export async function readForm(request: Request): Promise<FormData> {
	const type = request.headers.get('content-type') ?? '';
	try {
		const bytes = Buffer.from(await request.arrayBuffer());
		if (hasTooMany(bytes, markOf(type))) throw tooManyFields;
		return await new Response(bytes, { headers: { 'content-type': type } }).formData();
	} catch (error) {
		throw error instanceof Refusal ? error : unreadable;
	}
}
