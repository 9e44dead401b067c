import type { AnyOperation } from '#server/perform.ts';
import { commitImport, discardImport, undoImport } from './operations/deciding.server.ts';
import { findPeople, listPeopleOperation } from './operations/finding.server.ts';
import {
	listAside,
	listImports,
	mapImport,
	readImport,
	seeImport
} from './operations/imports.server.ts';
import { addPerson, changePerson, seePerson } from './operations/keeping.server.ts';
import {
	addOrganization,
	listOrganizations,
	renameOrganization
} from './operations/organizations.server.ts';
import {
	allowContact,
	doNotContact,
	forgetPerson,
	takeBackPerson
} from './operations/protecting.server.ts';
import { suggestTitles } from './operations/titles.server.ts';

export {
	addOrganization,
	addPerson,
	allowContact,
	changePerson,
	commitImport,
	discardImport,
	doNotContact,
	findPeople,
	forgetPerson,
	listAside,
	listImports,
	listOrganizations,
	listPeopleOperation as listPeople,
	mapImport,
	readImport,
	renameOrganization,
	seeImport,
	seePerson,
	suggestTitles,
	takeBackPerson,
	undoImport
};

export const peopleOperations = [
	listPeopleOperation,
	findPeople,
	seePerson,
	addPerson,
	changePerson,
	doNotContact,
	allowContact,
	forgetPerson,
	takeBackPerson,
	listOrganizations,
	addOrganization,
	renameOrganization,
	readImport,
	mapImport,
	listImports,
	seeImport,
	listAside,
	commitImport,
	discardImport,
	undoImport,
	suggestTitles
] as AnyOperation[];
