import fc from 'fast-check';
import { expect, test } from 'vitest';
import { localPath } from './local-path.ts';

test('whatever the text, the redirect stays on this site', () => {
	const parts = fc.constantFrom(
		'/',
		'\\',
		'.',
		'..',
		':',
		'@',
		'?',
		'#',
		'\t',
		'\n',
		'%2f',
		'evil.example',
		'https:'
	);
	fc.assert(
		fc.property(
			fc.oneof(
				fc.string(),
				fc.array(parts).map((each) => each.join(''))
			),
			(text) => {
				expect(new URL(localPath(text), 'https://imago.example').origin).toBe(
					'https://imago.example'
				);
			}
		)
	);
});
