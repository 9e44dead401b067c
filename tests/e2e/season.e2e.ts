import { testFromTheStart as test } from './fixtures.ts';
import { checkSeasonPages, checkToday, sendBeside } from './season-pages.ts';
import { byPointer } from './steps.ts';
import { walkSeason } from './whole-season.ts';

// On desktop width the same runs by keyboard (keyboard.e2e.ts) and by mouse (pair.e2e.ts).
test(
	'the whole season, from sign-up to a recorded decision, by thumb',
	{ tag: '@phone' },
	async ({ mara, server, browser }) => {
		test.setTimeout(300_000);
		const paths = await walkSeason(mara, server.origin, byPointer, () => checkToday(mara, server));
		await sendBeside(mara, server);
		await checkSeasonPages(mara, server, browser, paths);
	}
);
