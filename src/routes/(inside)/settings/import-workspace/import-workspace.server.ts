import { redirect, type Action, type RequestEvent } from '@sveltejs/kit';
import { todayAddress } from '#kernel/page-addresses.ts';
import { importFile } from '#features/transfer/operations/import-file.server.ts';
import { emptyFile, noFile, tooLarge } from '#server/transfer/refusals.ts';
import { refusedForm } from '#surfaces/forms/actions.server.ts';
import { readForm } from '#surfaces/forms/read-form.ts';
import { setToast } from '#surfaces/forms/toast.ts';

async function readUpload({ request, locals }: RequestEvent): Promise<Uint8Array> {
	const file = (await readForm(request)).get('file');
	// A browser sends a file without a name where none is chosen.
	if (!(file instanceof File) || file.name === '') throw noFile;
	if (file.size === 0) throw emptyFile;
	if (file.size > locals.app.config.uploadLimit) throw tooLarge;
	return new Uint8Array(await file.arrayBuffer());
}

/** Form action: imports the workspace from the uploaded file, then redirects to Today. */
export const importWorkspace: Action = async (event) => {
	const { app, caller } = event.locals;
	let workspaceId: string;
	try {
		workspaceId = await importFile(app, caller, () => readUpload(event));
		app.log.info({ workspace: caller.workspaceId }, 'a workspace was imported');
	} catch (error) {
		return refusedForm(event, 'importFile', error);
	}
	// The next page belongs to the imported workspace.
	const locals = { ...event.locals, caller: { ...caller, workspaceId } };
	await setToast({ cookies: event.cookies, locals }, { text: 'Workspace imported' });
	redirect(303, todayAddress());
};
