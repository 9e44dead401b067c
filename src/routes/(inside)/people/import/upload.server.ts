import { redirect, type Action, type RequestEvent } from '@sveltejs/kit';
import type { z } from 'zod';
import { importAddress } from '#kernel/page-addresses.ts';
import { listImports, readImport } from '#features/people/operations.server.ts';
import { anotherWaits, tooLarge } from '#features/people/rules/import-refusals.ts';
import { longestUpload } from '#features/people/reading/limits.ts';
import { perform } from '#server/perform.ts';
import { heavyWork } from '#server/work-queue.ts';
import { refusedForm } from '#surfaces/forms/actions.server.ts';
import { isFile } from '#surfaces/json-body.ts';
import { readForm } from '#surfaces/forms/read-form.ts';

/** Bytes of a multipart form around the file. */
const multipartOverhead = 64 * 1024;

/**
 * Reads the file from the form: the same input that a REST client sends, without base64.
 * @throws Refusal of `tooLarge`, `form.unreadable`
 */
async function readUpload(event: RequestEvent): Promise<z.input<typeof readImport.input>> {
	const length = Number(event.request.headers.get('content-length') ?? 0);
	if (length > longestUpload + multipartOverhead) throw tooLarge;
	const file = (await readForm(event.request)).get('file');
	if (!(file instanceof File) || file.name === '') return { fileName: '', content: '' };
	if (file.size > longestUpload) throw tooLarge;
	return {
		fileName: file.name.slice(-255),
		content: new Uint8Array(await file.arrayBuffer())
	};
}

/** Refuses a second import before its file is read, since reading is the expensive part. */
async function refuseSecondImport({ locals: { app, caller } }: RequestEvent): Promise<void> {
	const { waiting } = await perform(app, listImports, caller, { limit: 1 });
	if (waiting) throw anotherWaits(waiting.fileName);
}

/** Reads the file, starts the import and redirects to its progress page. */
export const upload: Action = async (event) => {
	try {
		const { app, caller } = event.locals;
		if (isFile(event.request)) await refuseSecondImport(event);
		const readAndImport = async () => perform(app, readImport, caller, await readUpload(event));
		// Large files are limited per workspace by `heavyWork`.
		const { id } = await (isFile(event.request)
			? heavyWork.run(caller.workspaceId, readAndImport)
			: readAndImport());
		redirect(303, importAddress(id));
	} catch (error) {
		return refusedForm(event, 'read', error);
	}
};
