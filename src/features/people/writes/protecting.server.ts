import { restoredAt, type Instant } from '#kernel/clock.ts';
import { Refusal, found, refuseConflict } from '#kernel/refusal.ts';
import { hashesToFind, hashesToKeep } from '#server/suppression-keys.ts';
import type { Context } from '#server/perform.ts';
import { personReferences } from '#server/person-references.ts';
import { suppressionTexts } from '../rules/protection.ts';
import {
	suppress,
	keepSuppressionWithoutPerson,
	unsuppressPerson
} from '../store/suppression.server.ts';
import { peopleInUse } from '../store/people-in-use.server.ts';
import * as store from '../store/people.server.ts';
import { personToChange, type VersionRead } from './people.server.ts';

/** Marks a person as not to be contacted; refusals as of `people.doNotContact`. */
export async function doNotContact(
	{ scope, now, suppressionKeys, record }: Context,
	input: VersionRead & { because: string; since?: Instant | undefined }
) {
	const person = await personToChange(scope, input);
	if (person.do_not_contact_at) {
		throw refuseConflict(
			'people.marked-already',
			`${person.name} is already marked “Do not contact”. Nothing was changed.`
		);
	}
	const since = restoredAt(input.since, now);
	await store.changePerson(scope, person, {
		do_not_contact_at: since,
		do_not_contact_because: input.because,
		changed_at: now
	});
	await suppress(scope, hashesToKeep(await suppressionKeys(), suppressionTexts(person)), {
		because: 'do-not-contact',
		personId: person.id,
		since
	});
	record({ verb: 'people.markedDoNotContact', about: { kind: 'person', id: person.id } });
	return { id: person.id, name: person.name, changedAt: now };
}

/** Lifts the do-not-contact mark; refusals as of `people.allowContact`. */
export async function allowContact(
	{ scope, now, suppressionKeys, record }: Context,
	input: VersionRead
) {
	const person = await personToChange(scope, input);
	if (!person.do_not_contact_at) {
		throw refuseConflict(
			'people.not-marked',
			`${person.name} is not marked “Do not contact”. Nothing was changed.`
		);
	}
	await store.changePerson(scope, person, {
		do_not_contact_at: null,
		do_not_contact_because: null,
		changed_at: now
	});
	await unsuppressPerson(
		scope,
		person.id,
		hashesToFind(await suppressionKeys(), suppressionTexts(person))
	);
	record({ verb: 'people.allowedContact', about: { kind: 'person', id: person.id } });
	const because = person.do_not_contact_because ?? 'Asked not to be contacted';
	const since = person.do_not_contact_at;
	return { id: person.id, name: person.name, because, since, changedAt: now };
}

/** Deletes a person just added by hand; refusals as of `people.takeBack`. */
export async function takeBackPerson(
	{ scope, extensions, record }: Context,
	input: { id: string }
) {
	const person = found(await store.personRow(scope, input.id), 'person');
	const references = extensions.of(personReferences);
	const inUse = await peopleInUse(scope, references, { id: person.id });
	if (inUse.length > 0 || person.source !== 'hand') {
		throw refuseConflict(
			'people.in-use',
			`The entry of ${person.name} was edited or used since, so it stays. Nothing was changed. Open the entry to delete it for good.`
		);
	}
	await keepSuppressionWithoutPerson(scope, person.id);
	await store.erasePerson(scope, references, person);
	record({ verb: 'people.takenBack', about: { kind: 'person', id: person.id } });
	return {};
}

/** Deletes a person just added by hand, unless they are in use or were changed since. */
export async function takeBackUnlessInUse(context: Context, id: string): Promise<void> {
	try {
		await takeBackPerson(context, { id });
	} catch (error) {
		if (!(error instanceof Refusal) || error.code !== 'people.in-use') throw error;
	}
}
