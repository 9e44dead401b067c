import { redirect, type Action, type RequestEvent } from '@sveltejs/kit';
import type { z } from 'zod';
import { importAddress } from '#kernel/addresses.ts';
import { listImports, readImport } from '#features/people/operations.server.ts';
import { anotherWaits, tooLarge } from '#features/people/rules/import-refusals.ts';
import { longestUpload } from '#features/people/reading/limits.ts';
import { perform } from '#server/perform.ts';
import { heavyWork } from '#server/work-queue.ts';
import { refusedForm } from '#surfaces/forms/actions.server.ts';
import { isFile } from '#surfaces/json-body.ts';
import { readForm } from '#surfaces/forms/read-form.ts';

/** bytes of a multipart form in addition to the file */
const envelope = 64 * 1024;

/** The input of `imports.read` from a form, with bytes instead of base64. */
async function uploaded(event: RequestEvent): Promise<z.input<typeof readImport.input>> {
	const length = Number(event.request.headers.get('content-length') ?? 0);
	if (length > longestUpload + envelope) throw tooLarge;
	const file = (await readForm(event.request)).get('file');
	if (!(file instanceof File) || file.name === '') return { fileName: '', content: '' };
	if (file.size > longestUpload) throw tooLarge;
	return {
		fileName: file.name.slice(-255),
		content: new Uint8Array(await file.arrayBuffer())
	};
}

/** Refuses a second import before its file is received. */
async function refuseSecond({ locals: { app, caller } }: RequestEvent): Promise<void> {
	const { waiting } = await perform(app, listImports, caller, { limit: 1 });
	if (waiting) throw anotherWaits(waiting.fileName);
}

/** Stores the file and redirects to the page with the progress of its import. */
export const upload: Action = async (event) => {
	try {
		const { app, caller } = event.locals;
		if (isFile(event.request)) await refuseSecond(event);
		const take = async () => perform(app, readImport, caller, await uploaded(event));
		// Files are received within the work queue, which limits concurrent uploads of an account.
		const { id } = await (isFile(event.request) ? heavyWork.run(caller.workspaceId, take) : take());
		redirect(303, importAddress(id));
	} catch (error) {
		return refusedForm(event, 'read', error);
	}
};
