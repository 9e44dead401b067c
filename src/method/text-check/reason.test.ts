import { expect, test } from 'vitest';
import { checkReason, namesReason } from './reason.ts';
import { readText } from './reading.ts';

test.each([
	'My aunt told me that you build puppets.',
	'Karin suggested I write to you.',
	'A mutual friend gave me your address.',
	'I read your essay on clocks.',
	'I saw you on the panel about clinics.',
	'I found your name in the alumni directory.',
	'We met at the spring dinner.',
	'I slept in your hostel last winter.',
	'You moved from law to pastry, which few dare.',
	'I came across your profile on LinkedIn.'
])('given: %s', (text) => {
	expect(namesReason(readText('body', text), undefined)).toBe(true);
});

test.each([
	'Would you tell me how you came to speech therapy?',
	'I would like to hear how you built your workshop.',
	'I am interested in your profession.',
	'I want to learn about your work.'
])('not given: %s', (text) => {
	expect(checkReason(readText('body', text), 'Joan', undefined)[0]).toMatchObject({
		code: 'reason-missing',
		quote: text
	});
});

test('naming the connector is a connection, and without them the finding says to begin there', () => {
	const body = readText('body', 'Karin and I closed the books together for six years.');
	expect(namesReason(body, 'Karin Ekblad')).toBe(true);
	const [finding] = checkReason(readText('body', 'Could we talk for a bit?'), 'Joan', 'Karin');
	expect(finding?.sentence).toContain('Begin with Karin.');
});
