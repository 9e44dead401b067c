/** Titles of a theme as method.md 2 has them: a dozen. */
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
