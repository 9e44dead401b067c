import { afterAll, beforeAll, expect, test } from 'vitest';
import { startServer, type RunningServer } from '../support/server.ts';
import { firstExplorer, type Visitor } from '../support/visitor.ts';

let server: RunningServer;
let mara: Visitor;
beforeAll(async () => {
	server = await startServer({ environment: { IMAGO_SECOND_FACTOR: 'required' } });
	mara = await firstExplorer(server);
});
afterAll(() => server.stop());

test('where a second factor is required, a password alone leads to setting it up and nowhere else', async () => {
	for (const path of ['/', '/people', '/settings']) {
		const answer = await mara.fetch(path);
		expect([path, answer.status, answer.headers.get('location')]).toEqual([
			path,
			303,
			'/settings/second-factor'
		]);
	}
	const refused = await mara.post('/settings?/addKey', { name: 'K', effects: 'read' });
	// The submitted fields are on the page, to be sent again.
	const formPage = await refused.text();
	expect([refused.status, formPage.includes('A second factor is needed')]).toEqual([401, true]);
	expect(formPage).toContain('value="K"');
	const page = await (await mara.fetch('/settings/second-factor')).text();
	expect(page).toContain('This Imago requires a second factor');
	const begun = await mara.post('/settings/second-factor?/begin', {});
	expect(begun.status).toBe(303);
	const setUp = await (await mara.fetch('/settings/second-factor')).text();
	expect(setUp).toContain('<svg');
	expect(setUp).not.toMatch(/ style="/);
	expect((await mara.post('/signout', {})).status).toBe(303);
});
