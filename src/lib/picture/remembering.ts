/** The same function, which answers what it has been asked among its last `most` questions from memory. */
export function remembering<Question, Answer>(answer: (question: Question) => Answer, most: number): (question: Question) => Answer {
	const known = new Map<Question, Answer>();
	return (question) => {
		const found = known.get(question);
		if (found !== undefined) return found;
		const given = answer(question);
		known.set(question, given);
		if (known.size > most) known.delete(known.keys().next().value as Question);
		return given;
	};
}
