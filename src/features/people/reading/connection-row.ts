import { normaliseEmail, normaliseProfile } from '../rules/identity.ts';
import { cut, withoutDirections } from '#kernel/texts.ts';
import { tidy, tidyName } from './cells.ts';
import type { Columns } from './column-names.ts';
import { readDate } from './dates.ts';
import { longestName, longestNamePart, longestText } from './limits.ts';

/** One person of a connections file. */
export interface Connection {
	/** 1-based line of the file, as an editor counts */
	line: number;
	givenName: string;
	familyName: string;
	/** the name as one text, never empty */
	name: string;
	/** normalised */
	email?: string;
	/** `linkedin.com/in/<slug>` */
	profile?: string;
	company: string;
	position: string;
	/** ISO date */
	connectedOn?: string;
}

/** Converts rows to people. */
export class Interpreter {
	#columns: Columns;
	/** number of people with a cell that was cut to its limit */
	shortened = 0;

	constructor(columns: Columns) {
		this.#columns = columns;
	}

	/** @returns undefined when the row has no name */
	interpret(cells: readonly string[], line: number): Connection | undefined {
		const columns = this.#columns;
		const given = tidyName(cellAt(cells, columns.givenName));
		const family = tidyName(cellAt(cells, columns.familyName));
		const fullName =
			given || family ? joined(given, family) : tidyName(cellAt(cells, columns.name));
		if (!fullName) return undefined;
		const company = tidy(cellAt(cells, columns.company));
		const position = tidy(cellAt(cells, columns.position));
		const givenName = cut(given, longestNamePart);
		const familyName = cut(family, longestNamePart);
		const connection: Connection = {
			line,
			givenName,
			familyName,
			name: given || family ? joined(givenName, familyName) : cut(fullName, longestName),
			company: cut(company, longestText),
			position: cut(position, longestText)
		};
		this.#identify(connection, cells);
		const isShortened =
			connection.name.length < fullName.length ||
			company.length > longestText ||
			position.length > longestText;
		if (isShortened) this.shortened += 1;
		return connection;
	}

	#identify(connection: Connection, cells: readonly string[]): void {
		const profileCell = cellAt(cells, this.#columns.profile);
		const profile = profileCell && normaliseProfile(withoutDirections(profileCell));
		if (profile) connection.profile = profile;
		const emailCell = cellAt(cells, this.#columns.email);
		const email = emailCell && normaliseEmail(withoutDirections(emailCell));
		if (email) connection.email = email;
		const connectedOn = readDate(cellAt(cells, this.#columns.connectedOn).trim());
		if (connectedOn) connection.connectedOn = connectedOn;
	}
}

function cellAt(cells: readonly string[], index: number | undefined): string {
	return index === undefined ? '' : (cells[index] ?? '');
}

function joined(given: string, family: string): string {
	return given && family ? `${given} ${family}` : given || family;
}
