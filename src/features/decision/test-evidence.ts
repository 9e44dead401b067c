import type { Stance, Strength } from '#features/reflection/rules/words.ts';
import type { Caller } from '#server/perform.ts';
import { newId } from '#server/secrets.ts';
import type { TestApp } from '#tests/support/app.ts';

/** What somebody said, for tests of the decision. */
export interface Said {
	criterion?: string;
	stance: Stance;
	strength?: Strength;
	words?: string;
	heardBefore?: string;
}

/** A workspace in which talks were held, put there by hand: the tests need figures, not a season. */
export function evidenceFor(house: TestApp, me: Caller) {
	const { workspaceId } = me;
	const own = { workspace_id: workspaceId };
	let place = 0;
	return {
		async theme(title: string, seat: number | null): Promise<string> {
			const id = newId();
			const now = house.clock.now();
			await house.open.transaction().execute((tx) =>
				tx
					.insertInto('themes')
					.values({
						...own,
						id,
						title,
						seat,
						top_since: seat === 1 ? now : null,
						opened_at: now,
						parked_at: seat === null ? now : null,
						changed_at: now
					})
					.execute()
			);
			return id;
		},
		async criterion(text: string, dealBreaker?: 'deal-breaker'): Promise<string> {
			const id = newId();
			const now = house.clock.now();
			place += 1;
			await house.open.transaction().execute((tx) =>
				tx
					.insertInto('criteria')
					.values({
						...own,
						id,
						text,
						rank: place,
						deal_breaker_at: dealBreaker ? now : null,
						added_at: now
					})
					.execute()
			);
			return id;
		},
		/** an interview with somebody new; held where `heldAt` is given */
		async interview(
			themeId: string,
			name: string,
			dates: { agreedAt?: string; heldAt?: string; minutes?: number; startsAt?: string } = {}
		): Promise<string> {
			const [personId, id] = [newId(), newId()];
			const now = house.clock.now();
			const at = { added_at: now, changed_at: now };
			await house.open.transaction().execute(async (tx) => {
				const keys = { name_key: name, family_key: name, source: 'hand' };
				await tx
					.insertInto('people')
					.values({ ...own, id: personId, name, ...keys, ...at })
					.execute();
				await tx
					.insertInto('interviews')
					.values({
						...own,
						id,
						person_id: personId,
						theme_id: themeId,
						channel: 'direct',
						wished_at: now,
						agreed_at: dates.agreedAt ?? null,
						held_at: dates.heldAt ?? null,
						changed_at: now
					})
					.execute();
				if (dates.heldAt && dates.minutes !== undefined) {
					const ended = new Date(Date.parse(dates.heldAt) + dates.minutes * 60_000).toISOString();
					await tx
						.insertInto('talks')
						.values({
							...own,
							interview_id: id,
							started_at: dates.heldAt,
							ended_at: ended,
							agreed_minutes: 15,
							changed_at: now
						})
						.execute();
				}
				if (dates.startsAt) {
					await tx
						.insertInto('meetings')
						.values({
							...own,
							id: newId(),
							interview_id: id,
							starts_at: dates.startsAt,
							zone: 'Europe/Lisbon',
							wall_time: '2026-12-01T10:00',
							minutes: 15,
							medium: 'phone',
							agreed_at: now,
							changed_at: now
						})
						.execute();
				}
			});
			return id;
		},
		async said(interviewId: string, themeId: string, said: readonly Said[]): Promise<void> {
			const now = house.clock.now();
			await house.open.transaction().execute((tx) =>
				tx
					.insertInto('insights')
					.values(
						said.map(({ criterion, stance, strength, words, heardBefore }) => ({
							...own,
							id: newId(),
							interview_id: interviewId,
							theme_id: themeId,
							text: 'What they told',
							words: words ?? '',
							aspect: 'day-to-day',
							criterion_id: criterion ?? null,
							stance,
							strength: strength ?? 2,
							heard_before_at: heardBefore ?? null,
							learned_at: now,
							changed_at: now
						}))
					)
					.execute()
			);
		}
	};
}
