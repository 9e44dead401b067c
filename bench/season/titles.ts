/** Job titles of one theme: a dozen, as in method.md 2. */
export const titles = [
	'Magazine Editor',
	'Managing Editor',
	'Commissioning Editor',
	'Copy Editor',
	'Photo Editor',
	'Technical Writer',
	'Science Writer',
	'Journalist',
	'Proofreader',
	'Publisher',
	'Literary Agent',
	'Podcast Producer'
];
