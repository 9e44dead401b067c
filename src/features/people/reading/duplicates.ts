import type { Connection } from './connection-row.ts';

/** Detects people who occur more than once in a file. */
export class Duplicates {
	#lineOfEmail = new Map<string, number>();
	#lineOfProfile = new Map<string, number>();

	/**
	 * Records a person by e-mail and profile address; name and company are not compared.
	 * @returns a sentence that names the first line if the person occurred before
	 */
	reason({ email, profile, line }: Connection): string | undefined {
		const byEmail = email && this.#lineOfEmail.get(email);
		if (byEmail) return repeated(byEmail, 'e-mail');
		const byProfile = profile && this.#lineOfProfile.get(profile);
		if (byProfile) return repeated(byProfile, 'profile');
		if (email) this.#lineOfEmail.set(email, line);
		if (profile) this.#lineOfProfile.set(profile, line);
		return undefined;
	}
}

function repeated(line: number, what: string): string {
	return `This row has the same ${what} address as line ${line}.`;
}
