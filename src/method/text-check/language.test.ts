import { expect, test } from 'vitest';
import { isEnglish, readsAsEnglish } from './language.ts';

test('short and plain English texts read as English', () => {
	for (const text of ['', 'Hi', 'Coffee?', 'Would you have time for a call next week?']) {
		expect([text, readsAsEnglish(text)]).toEqual([text, true]);
	}
});

test.each([
	'Hätten Sie nächste Woche eine Viertelstunde für mich am Telefon?',
	"Est-ce que vous auriez un quart d'heure pour me parler de votre métier ?",
	'¿Tendría usted quince minutos por teléfono la próxima semana?',
	'Zou u volgende week een kwartier hebben voor een gesprek met mij?',
	'Har du en kvart för ett samtal som handlar om ditt arbete?',
	'お電話でお話を伺えないでしょうか',
	'Не могли бы вы поговорить со мной?'
])('not English: %s', (text) => {
	expect(readsAsEnglish(text)).toBe(false);
});

test('the chosen language counts more than detection', () => {
	expect(isEnglish('Would you have time for me?', 'de')).toBe(false);
	expect(isEnglish('Ja', 'en-GB')).toBe(true);
	expect(isEnglish('Would you have time for me?', undefined)).toBe(true);
});
