/** Minutes that greeting and closing take, and minutes per question (method 5). */
const AROUND = 3;
const PER_QUESTION = 2.2;
const LEAST_QUESTIONS = 3;

/**
 * Number of questions that fit: max(3, round((minutes - 3) / 2.2)) (method 5), so 3 in 10 minutes,
 * 5 in 15, 8 in 20.
 * @param minutes agreed length of the talk, whole minutes above 0
 */
export function questionsThatFit(minutes: number): number {
	return Math.max(LEAST_QUESTIONS, Math.round((minutes - AROUND) / PER_QUESTION));
}
