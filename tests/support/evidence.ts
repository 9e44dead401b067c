import type { Insertable } from 'kysely';
import type { Stance, Strength } from '#features/reflection/rules/labels.ts';
import { addMinutes } from '#kernel/clock.ts';
import type { Tables } from '#server/db/tables.ts';
import type { Caller } from '#server/perform.ts';
import { newId } from '#server/tokens.ts';
import type { TestApp } from '#tests/support/app.ts';

/** An insight, for tests of the decision. */
export interface Said {
	criterion?: string;
	stance: Stance;
	strength?: Strength;
	words?: string;
	heardBefore?: string;
}

/** Inserts talks and insights directly, since the tests need figures only. */
export function evidenceFor(app: TestApp, { workspaceId }: Caller) {
	let place = 0;
	async function insert<Name extends keyof Tables>(
		table: Name,
		row: Omit<Insertable<Tables[Name]>, 'workspace_id'>
	): Promise<void> {
		const values = { workspace_id: workspaceId, ...row } as unknown as Insertable<Tables[Name]>;
		await app.open.transaction().execute((tx) => tx.insertInto(table).values(values).execute());
	}

	return {
		async theme(title: string, seat: number | null): Promise<string> {
			const id = newId();
			const now = app.clock.now();
			await insert('themes', {
				id,
				title,
				seat,
				top_since: seat === 1 ? now : null,
				opened_at: now,
				parked_at: seat === null ? now : null,
				changed_at: now
			});
			return id;
		},
		async criterion(text: string, dealBreaker?: 'deal-breaker'): Promise<string> {
			const id = newId();
			const now = app.clock.now();
			place += 1;
			const marked = { deal_breaker_at: dealBreaker ? now : null };
			await insert('criteria', { id, text, rank: place, ...marked, added_at: now });
			return id;
		},
		/** adds an interview with a new person; held when `heldAt` is given */
		async interview(
			themeId: string,
			name: string,
			dates: { agreedAt?: string; heldAt?: string; minutes?: number; startsAt?: string } = {}
		): Promise<string> {
			const [personId, id] = [newId(), newId()];
			const now = app.clock.now();
			const keys = { name_key: name, family_key: name, source: 'hand' };
			await insert('people', { id: personId, name, ...keys, added_at: now, changed_at: now });
			await insert('interviews', {
				id,
				person_id: personId,
				theme_id: themeId,
				channel: 'direct',
				wished_at: now,
				agreed_at: dates.agreedAt ?? null,
				held_at: dates.heldAt ?? null,
				changed_at: now
			});
			if (dates.heldAt && dates.minutes !== undefined) {
				await insert('talks', {
					interview_id: id,
					started_at: dates.heldAt,
					ended_at: addMinutes(dates.heldAt, dates.minutes),
					agreed_minutes: 15,
					changed_at: now
				});
			}
			if (dates.startsAt) {
				await insert('meetings', {
					id: newId(),
					interview_id: id,
					starts_at: dates.startsAt,
					zone: 'Europe/Lisbon',
					wall_time: '2026-12-01T10:00',
					minutes: 15,
					medium: 'phone',
					agreed_at: now,
					changed_at: now
				});
			}
			return id;
		},
		async said(interviewId: string, themeId: string, said: readonly Said[]): Promise<void> {
			const now = app.clock.now();
			for (const { criterion, stance, strength, words, heardBefore } of said) {
				await insert('insights', {
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
				});
			}
		}
	};
}
