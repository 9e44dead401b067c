import { redirect, type Action, type RequestEvent } from '@sveltejs/kit';
import { readImport } from '#features/people/operations.server.ts';
import { tooLarge } from '#features/people/rules/import-refusals.ts';
import { longestUpload } from '#features/people/reading/limits.ts';
import { Refusal } from '#kernel/refusal.ts';
import { perform } from '#server/perform.ts';
import { heavyWork } from '#server/work-queue.ts';
import { refusedForm, sayWait, signInAddress } from '#surfaces/forms/actions.server.ts';
import { isFile } from '#surfaces/json-body.ts';
import { readForm } from '#surfaces/forms/read-form.ts';

/** bytes that a multipart form needs around the file */
const envelope = 64 * 1024;

/** A file from a form: the same input that a program sends, the bytes as base64. */
async function uploaded(event: RequestEvent): Promise<{ fileName: string; content: string }> {
	const length = Number(event.request.headers.get('content-length') ?? 0);
	if (length > longestUpload + envelope) throw tooLarge();
	const file = (await readForm(event.request)).get('file');
	if (!(file instanceof File) || file.name === '') return { fileName: '', content: '' };
	if (file.size > longestUpload) throw tooLarge();
	return {
		fileName: file.name.slice(-255),
		content: Buffer.from(await file.arrayBuffer()).toString('base64')
	};
}

/** Takes the file and goes on to the page that shows how far it is. */
export const upload: Action = async (event) => {
	try {
		const { app, caller } = event.locals;
		const take = async () => perform(app, readImport, caller, await uploaded(event));
		// Of large ones no more is read than an account may bring at once.
		const { id } = await (isFile(event.request) ? heavyWork.run(caller.workspaceId, take) : take());
		redirect(303, `/people/import/${id}`);
	} catch (error) {
		if (!(error instanceof Refusal)) throw error;
		if (error.kind === 'not-signed-in') redirect(303, signInAddress(event, error));
		sayWait(event, error);
		return refusedForm('read', error, new FormData());
	}
};
