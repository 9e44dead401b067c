import { refuse } from '#kernel/refusal.ts';

/**
 * Reads a posted form.
 * @throws Refusal `form.unreadable` for a body that is no form, damaged on the way or by hand
 */
export async function readForm(request: Request): Promise<FormData> {
	try {
		return await request.formData();
	} catch {
		throw refuse(
			'invalid',
			'form.unreadable',
			'This form arrived damaged. Nothing was changed. Go back and send it again.'
		);
	}
}
