import { expect, test } from './fixtures.ts';
import { lookAtSeason } from './season-pages.ts';
import { byPointer, settled } from './steps.ts';
import { walkSeason } from './whole-season.ts';

// At desk width it is walked by keyboard (keyboard.e2e.ts) and by mouse (pair.e2e.ts).
test(
	'the whole season, from sign-up to a recorded decision, by thumb',
	{ tag: '@phone' },
	async ({ mara, server, browser }) => {
		test.setTimeout(300_000);
		const paths = await walkSeason(mara, server.origin, byPointer, async () => {
			const thread = mara.url();
			await mara.goto(`${server.origin}/`);
			await expect(mara.getByText('1 of 5', { exact: true })).toBeVisible();
			await expect(mara.getByText(/^Ask a second person, from /)).toBeVisible();
			await mara.goto(thread);
		});
		// What stands in one form outlives that another one is sent.
		await mara.goto(`${server.origin}/settings`);
		await settled(mara);
		await mara.getByLabel('You in one sentence').fill('a bookkeeper who edits');
		await mara.getByRole('button', { name: 'Pause', exact: true }).click();
		await settled(mara);
		await expect(mara.getByLabel('You in one sentence')).toHaveValue('a bookkeeper who edits');
		await lookAtSeason(mara, server, browser, paths);
	}
);
