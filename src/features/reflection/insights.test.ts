import { expect, test } from 'vitest';
import { removeCriterion } from '#features/clarity/operations.server.ts';
import { addHours, addMinutes } from '#kernel/clock.ts';
import { openSeason, seasonOfTests } from '#tests/support/season-parts.ts';
import { newId } from '#server/tokens.ts';
import { testStart } from '#tests/support/app.ts';
import {
	addInsight,
	addNamedPerson,
	changeInsight,
	addNamedPersonToBook,
	removeNamedPersonFromBook,
	removeInsight,
	removeNamedPerson,
	getReflection
} from './operations.server.ts';
import { talked } from '#tests/support/talked.ts';

const season = await seasonOfTests();

const refused = (code: string) => ({ code });
const see = (id: string) => season.as(getReflection, { id });

test('an insight is added once, changed, deleted and restored at its place', async () => {
	const interviewId = await talked(season, 'Priya Raman');
	const [first] = (await see(interviewId)).criteria;
	const typed = {
		interviewId,
		id: newId(),
		words: '“Nobody books an hour to cry.”',
		aspect: 'day-to-day',
		stance: 'for',
		strength: 3,
		criterionId: first!.id
	} as const;
	const added = await season.as(addInsight, typed);
	expect(added).toMatchObject({
		text: 'Nobody books an hour to cry.',
		words: 'Nobody books an hour to cry.',
		themeId: season.themeId,
		heard: 'new',
		learnedAt: testStart
	});
	expect(await season.as(addInsight, typed)).toEqual(added);
	await expect(season.as(addInsight, { ...typed, stance: 'against' })).rejects.toMatchObject(
		refused('insight.other-body')
	);
	season.clock.set(addHours(testStart, 1));
	const { was, ...changed } = await season.as(changeInsight, {
		id: added.id,
		stance: 'between',
		strength: 1,
		text: 'Be where they are',
		changedAt: added.changedAt
	});
	expect(was).toEqual(added);
	expect(changed).toMatchObject({ stance: 'between', strength: 1, words: added.words });
	await expect(
		season.as(removeInsight, { id: added.id, changedAt: added.changedAt })
	).rejects.toMatchObject(refused('insights.changed-since'));
	const gone = await season.as(removeInsight, { id: added.id });
	const { changedAt: goneAt, ...back } = gone;
	expect(goneAt).toBe(changed.changedAt);
	expect(await season.as(addInsight, back)).toMatchObject({ ...back, learnedAt: testStart });
	expect(await see(interviewId)).toMatchObject({
		richness: '1 insight so far',
		insights: [{ criterion: 'criterion 1', criterionId: first!.id }],
		said: ['Nobody books an hour to cry.', 'Be where they are', 'Wednesdays in the corridor'],
		notes: [{ text: 'Wednesdays in the corridor' }, { text: 'rain' }]
	});
});

test('theme and criterion are one’s own, and the theme has a seat', async () => {
	const interviewId = await talked(season, 'Tom Theme');
	const typed = { interviewId, text: 'x', aspect: 'people', stance: 'for' } as const;
	for (const [extra, code] of [
		[{ themeId: newId() }, 'theme.missing'],
		[{ themeId: season.parkedThemeId }, 'theme.missing'],
		[{ criterionId: newId() }, 'criterion.missing'],
		[{ text: ' ' }, 'insights.empty']
	] as const) {
		await expect(season.as(addInsight, { ...typed, ...extra })).rejects.toMatchObject(
			refused(code)
		);
	}
	const { id } = await season.as(addInsight, { ...typed, themeId: season.themeId });
	await expect(season.as(changeInsight, { id, criterionId: newId() })).rejects.toMatchObject(
		refused('criterion.missing')
	);
	await expect(
		season.as(changeInsight, { id, themeId: season.parkedThemeId })
	).rejects.toMatchObject(refused('theme.missing'));
});

test('a criterion that was taken away counts as none, for the page and for deciding', async () => {
	const interviewId = await talked(season, 'Cara Criterion');
	const criterion = (await see(interviewId)).criteria.at(-1)!;
	const typed = { interviewId, text: 'Low pay', aspect: 'pay-and-security', stance: 'against' };
	const { id } = await season.as(addInsight, { ...typed, criterionId: criterion.id } as never);
	const mine = async () => (await see(interviewId)).insights.find((each) => each.id === id);
	expect(await mine()).toMatchObject({ text: 'Low pay', criterionId: criterion.id, strength: 2 });
	await season.as(removeCriterion, { id: criterion.id });
	expect(await mine()).toMatchObject({ criterionId: null });
	expect((await see(interviewId)).insights).toMatchObject([{ criterion: null, criterionId: null }]);
	const changed = await season.as(changeInsight, { id, criterionId: null, heard: 'before' });
	expect(changed).toMatchObject({ criterionId: null, heard: 'before' });
	expect(await mine()).toMatchObject({ heard: 'before' });
});

test('what comes close to an earlier talk is suggested, and the explorer decides', async () => {
	const own = await openSeason();
	try {
		const earlier = await talked(own, 'Ida First', 3 * 24 * 60);
		const later = await talked(own, 'Kim Second');
		const study = { aspect: 'training', stance: 'against' } as const;
		const first = await own.as(addInsight, {
			interviewId: earlier,
			text: 'Evening study for two years before you sit with a pupil',
			...study
		});
		const close = { interviewId: later, text: 'Two years of evening study', ...study };
		const { id } = await own.as(addInsight, close);
		await own.as(addInsight, { ...close, aspect: 'way-in' });
		const shown = async (interviewId: string) =>
			(await own.as(getReflection, { id: interviewId })).insights
				.map(({ like }) => like)
				// Both were added at the same instant, so their order is undefined.
				.toSorted((one, other) => Number(one === null) - Number(other === null));
		expect(await shown(later)).toEqual([{ text: first.text, personName: 'Ida First' }, null]);
		expect(await shown(earlier)).toEqual([null]);
		await own.as(changeInsight, { id, heard: 'before' });
		expect(await shown(later)).toEqual([null, null]);
	} finally {
		await own.close();
	}
});

test('a named person comes into the address book, and out of it again', async () => {
	const interviewId = await talked(season, 'Nora Named');
	const id = newId();
	const typed = { interviewId, id, name: 'Bettina Oyelaran, Toronto' };
	await season.as(addNamedPerson, typed);
	expect(await season.as(addNamedPerson, typed)).toMatchObject({ id, personId: null });
	await expect(season.as(addNamedPerson, { ...typed, name: 'Karin' })).rejects.toMatchObject(
		refused('named-person.other-body')
	);
	await expect(season.as(addNamedPerson, { interviewId, name: '…' })).rejects.toMatchObject(
		refused('namedPeople.empty')
	);
	expect(await see(interviewId)).toMatchObject({
		offeredNames: [],
		offeredFavours: ['20 minutes', 'A name: Bettina Oyelaran, Toronto']
	});
	const { personId, added } = await season.as(addNamedPersonToBook, { id });
	expect(added).toBe('yes');
	await expect(season.as(addNamedPersonToBook, { id })).rejects.toMatchObject(
		refused('namedPeople.in-address-book')
	);
	season.clock.set(addMinutes(season.clock.now(), 1));
	const other = await season.as(addNamedPerson, { interviewId, name: 'bettina oyelaran' });
	expect((await see(interviewId)).namedPeople).toMatchObject([
		{ personId, perhaps: [] },
		{ personId: null, perhaps: [{ id: personId, name: 'Bettina Oyelaran', place: 'Toronto' }] }
	]);
	expect(await season.as(addNamedPersonToBook, { id: other.id, personId })).toMatchObject({
		added: 'no'
	});
	await expect(
		season.as(removeNamedPersonFromBook, { id, personId: newId(), added: 'yes' })
	).rejects.toMatchObject(refused('namedPeople.changed-since'));
	// The address-book entry stays while another name refers to it.
	await season.as(removeNamedPersonFromBook, { id, personId, added: 'yes' });
	await season.as(removeNamedPersonFromBook, { id: other.id, personId, added: 'yes' });
	expect((await see(interviewId)).namedPeople.map(({ perhaps }) => perhaps)).toEqual([[], []]);
	const { head } = await see(interviewId);
	await expect(
		season.as(addNamedPersonToBook, { id, personId: head.person.id })
	).rejects.toMatchObject(refused('namedPeople.partner'));
	await expect(season.as(addNamedPersonToBook, { id, personId: newId() })).rejects.toMatchObject(
		refused('person.missing')
	);
	const gone = await season.as(removeNamedPerson, { id });
	expect(gone).toMatchObject({ name: typed.name });
	const book = await season.addPerson('Bettina Known');
	const known = { id: gone.id, interviewId: gone.interviewId, name: gone.name };
	expect(await season.as(addNamedPerson, { ...known, personId: book })).toMatchObject({
		personId: book
	});
	await season.as(removeNamedPerson, { id });
	expect(await season.as(addNamedPerson, { ...known, personId: newId() })).toMatchObject({
		name: gone.name,
		personId: null
	});
});

test('a restored insight keeps its theme, also one parked since', async () => {
	const interviewId = await talked(season, 'Rita Rests');
	const said = { text: 'Half of it is waiting', aspect: 'day-to-day', stance: 'against' } as const;
	const themeId = season.parkedThemeId;
	const rests = { interviewId, ...said, themeId };
	await expect(season.as(addInsight, rests)).rejects.toMatchObject(refused('theme.missing'));
	const back = { ...rests, learnedAt: testStart };
	expect(await season.as(addInsight, back)).toMatchObject({ themeId });
	await expect(season.as(addInsight, { ...back, themeId: newId() })).rejects.toMatchObject(
		refused('theme.missing')
	);
});
