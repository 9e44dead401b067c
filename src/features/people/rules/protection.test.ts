import { expect, test } from 'vitest';
import { suppressionTexts, mentions } from './protection.ts';

const joan = {
	name_key: 'joan whitcombe',
	family_key: 'whitcombe joan',
	email: 'joan@harbour.example',
	profile: 'linkedin.com/in/joän-w',
	company: 'Harbour & Field'
};

test('a person is suppressed by addresses; without any by name and workplace', () => {
	expect(suppressionTexts(joan)).toEqual([joan.email, joan.profile]);
	expect(suppressionTexts({ ...joan, email: null, profile: null })).toEqual([
		'name:joan whitcombe\nharbour field'
	]);
});

test.each([
	'Joan,Whitcombe,,,,',
	'"Whitcombe, Joan";x',
	',,,JOAN@harbour.example,,',
	',,https://se.linkedin.com/in/Jo%C3%A4n-W/?x=%ff,,',
	',,https://www.linkedin.com/in/joän-w,,'
])('a line that names a person: %s', (raw) => {
	expect(mentions(raw, joan)).toBe(true);
});

test('a line that names somebody else, or nobody', () => {
	expect(mentions('Joanna,Whitcombe,https://www.linkedin.com/in/jo,j@harbour.example', joan)).toBe(
		false
	);
	expect(mentions(',,,', { name_key: '', family_key: '', company: '' })).toBe(false);
});

test('a name without letters is found in a line by itself', () => {
	const blossom = { name_key: '🌸', family_key: '🌸', company: '' };
	expect(mentions('🌸,,Harbour,', blossom)).toBe(true);
	expect(mentions('🌼,,Harbour,', blossom)).toBe(false);
});
