import { parentPort } from 'node:worker_threads';
import { ZxcvbnFactory } from '@zxcvbn-ts/core';
import { adjacencyGraphs, dictionary as common } from '@zxcvbn-ts/language-common';
import { dictionary as english } from '@zxcvbn-ts/language-en';
import { isListed } from './password-blocklist.ts';
import type { Strength, StrengthRequest } from './password-strength.ts';

/**
 * Estimates the strength of passwords outside the thread that answers requests. The time that
 * zxcvbn takes grows with the square of the length, so only 64 characters are examined; if those
 * are not strong, more of them will not be.
 */
const zxcvbn = new ZxcvbnFactory({
	dictionary: { ...common, ...english },
	graphs: adjacencyGraphs,
	maxLength: 64
});

parentPort?.on('message', ({ password, words, blocklist }: StrengthRequest) => {
	const strength: Strength = {
		guesses: zxcvbn.check(password, [...words]).guessesLog10,
		isListed: blocklist !== undefined && isListed(blocklist, password)
	};
	parentPort?.postMessage(strength);
});
