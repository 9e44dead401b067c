import { redirect } from '@sveltejs/kit';
import { settingsAddress, signInPageAddress } from '#kernel/page-addresses.ts';
import { exportWorkspace } from '#features/transfer/operations.server.ts';
import { Refusal } from '#kernel/refusal.ts';
import { perform } from '#server/perform.ts';
import { inputFrom } from '#surfaces/forms/fields.ts';
import { readForm } from '#surfaces/forms/read-form.ts';
import type { RequestHandler } from './$types';

/**
 * Answers with the export of the workspace as a file. POST only, so that a link or an embedded address
 * can neither cause the work nor reveal the data.
 */
export const POST: RequestHandler = async ({ locals, request }) => {
	const { app, caller } = locals;
	try {
		const input = inputFrom(exportWorkspace.input, await readForm(request));
		const { fileName, file } = await perform(app, exportWorkspace, caller, input);
		return new Response(file, {
			headers: {
				'content-type': fileName.endsWith('.gz') ? 'application/gzip' : 'application/json',
				'content-disposition': `attachment; filename="${fileName}"`
			}
		});
	} catch (refusal) {
		if (!(refusal instanceof Refusal)) throw refusal;
		if (refusal.kind === 'not-signed-in')
			redirect(303, signInPageAddress({ back: settingsAddress(), again: 1 }));
		const { sentence, status, retryAfter } = refusal;
		const headers = { 'content-type': 'text/plain; charset=utf-8' };
		const again = retryAfter === undefined ? {} : { 'retry-after': String(retryAfter) };
		return new Response(sentence, { status, headers: { ...headers, ...again } });
	}
};
