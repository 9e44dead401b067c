import { z } from 'zod';
import { addHours, dayOf } from '#kernel/clock.ts';
import { missing, refuseConflict, refuseInvalid } from '#kernel/refusal.ts';
import { importsUnderWay } from '#features/people/writes/restoring.server.ts';
import { queueJob, type NewJob } from '#server/job-worker.ts';
import {
	clearJob,
	endAccount,
	isStagedFor,
	activateInPlaceOf
} from '#server/transfer/staged-workspace.ts';
import { operation } from '#server/perform.ts';
import { scopeFor, type Scope } from '#server/scope.server.ts';
import { heldText, isEmpty } from '../rules/holding.ts';
import { held, exportFormat } from '../schemas.ts';
import { exampleId, id } from '#method/field-schemas.ts';
import { workspaceOf } from '#features/account/reads/workspace.server.ts';
import { rowCounts } from '../store.server.ts';

/** Number of rows of each table of the workspace, for the pages of export and end of account. */
export const getAccount = operation({
	name: 'account.get',
	http: { verb: 'GET', path: '/account' },
	summary: 'Get the number of entries in your workspace',
	effect: 'read',
	input: z.object({}),
	output: z.object({ holds: z.array(held) }),
	example: {},
	run: async ({ scope }) => ({ holds: await rowCounts(scope) })
});

/**
 * Exports the whole workspace as one JSON file (`docs/export.md`), with identical bytes while nothing
 * changes. It records no event, so that the imported workspace equals the exported one.
 * @returns file name, and the content as a stream that is generated while it is read
 */
export const exportWorkspace = operation({
	name: 'account.export',
	http: { verb: 'POST', path: '/account/export' },
	summary: 'Export the whole workspace as one file',
	effect: 'secure',
	input: z.object({ form: exportFormat.default('json') }),
	output: z.object({
		fileName: z.string(),
		file: z.custom<ReadableStream<Uint8Array>>((value) => value instanceof ReadableStream)
	}),
	example: { form: 'json' },
	run: async ({ scope, now, logSecurity, openExport }, { form }) => {
		const { zone } = await workspaceOf(scope);
		logSecurity('workspace.exported', {});
		return {
			fileName: `imago-${dayOf(now, zone)}.${form}`,
			file: openExport(form === 'json.gz')
		};
	}
});

/** Refuses an import into a workspace with rows other than automatically generated ones. */
export async function refuseUnlessEmpty(scope: Scope): Promise<void> {
	const holds = await rowCounts(scope);
	if (isEmpty(holds)) return;
	throw refuseConflict(
		'account.not-empty',
		`Your workspace already holds ${heldText(holds)}. Nothing was imported. Use another, empty account, or delete this account first.`,
		'file'
	);
}

/**
 * Activates a completely imported workspace (`import-file.server.ts`) in place of this account's empty
 * one, in one transaction. API keys stay; pending work is queued again, holidays a day later.
 * @refuses `workspace-import.missing`; `account.not-empty` (conflict) naming the contents of the workspace
 */
export const importWorkspace = operation({
	name: 'account.importWorkspace',
	http: { verb: 'POST', path: '/account/imports/{importId}' },
	summary: 'Replace an empty workspace with an imported one',
	effect: 'secure',
	input: z.object({ importId: id }),
	output: z.object({}),
	example: { importId: exampleId },
	run: async ({ scope, now, logSecurity }, { importId }) => {
		const { userId } = await workspaceOf(scope);
		const tx = scope.db.withoutPlugins();
		if (!(await isStagedFor(tx, importId, userId))) throw missing('workspace-import');
		await refuseUnlessEmpty(scope);
		await activateInPlaceOf(tx, { id: importId, emptyId: scope.workspaceId, userId });
		const inside = scopeFor({ kind: 'host' }, 'write', importId, tx);
		for (const job of await workThatWaits(inside, now)) {
			await queueJob(tx, importId, job, now);
		}
		logSecurity('workspace.imported', { workspace: importId });
		return {};
	}
});

/** Jobs for work that is pending according to the imported rows, since jobs are not exported. */
async function workThatWaits(scope: Scope, now: string): Promise<NewJob[]> {
	const { holidayCountry } = await workspaceOf(scope);
	const imports = await importsUnderWay(scope);
	if (!holidayCountry) return imports;
	const payload = { country: holidayCountry };
	return [{ kind: 'profile.holidays', payload, runAt: addHours(now, 24) }, ...imports];
}

/**
 * Ends the account with its workspace. Access ends at once; the rows are deleted in the background, in
 * steps. Only a backup can restore it.
 * @refuses `account.other-email` for an address other than the account's
 */
export const eraseAccount = operation({
	name: 'account.erase',
	http: { verb: 'DELETE', path: '/account' },
	summary: 'Delete the account and all its data',
	effect: 'secure',
	input: z.object({
		email: z.string('Type your e-mail address to confirm.')
	}),
	output: z.object({}),
	example: { email: 'mara@lindqvist.example' },
	run: async ({ scope, now, queue, logSecurity }, input) => {
		const { email, userId } = await workspaceOf(scope);
		if (input.email.trim().toLowerCase() !== email.toLowerCase()) {
			throw refuseInvalid(
				'account.other-email',
				'This is not the e-mail address of this account. Nothing was deleted. Check the address.',
				'email'
			);
		}
		await endAccount(scope.db.withoutPlugins(), { id: scope.workspaceId, userId, now });
		queue({ kind: clearJob, payload: {} });
		logSecurity('workspace.erased', {});
		return {};
	}
});
