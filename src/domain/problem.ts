/** Everything that can be wrong with a question to the public interface, and the status it is answered with: a closed list. */
export const PROBLEMS = {
	/** There is nothing at this address. */
	unknown_resource: 404,
	/** There is no record of this identifier or code. */
	unknown_id: 404,
	/** The view has no picture on this day. */
	nothing_to_draw: 404,
	/** The resource takes no parameter of this name. */
	unknown_parameter: 400,
	/** A parameter stands more than once. */
	repeated_parameter: 400,
	/** A parameter's value makes no sense. */
	invalid_value: 400,
	/** Only GET, HEAD and OPTIONS are answered. */
	method_not_allowed: 405,
	/** The list is longer than one file may be. */
	too_many_rows: 422,
	/** The address has used up its share for now. */
	too_many_requests: 429,
	/** The installation is open only to whoever holds a share of it. */
	private: 401,
	/** More pictures are asked for than can be drawn in time. */
	too_busy: 503,
	/** A fault of the server; its log tells more under the number given. */
	internal: 500
} as const;
export type ProblemCode = keyof typeof PROBLEMS;

/** What a problem says beside its code. */
export type ProblemFacts = {
	/** In English, with the reason. */
	readonly detail: string;
	/** The parameter it is about. */
	readonly parameter?: string;
	/** What would have been right, where that can be listed. */
	readonly allowed?: readonly string[];
	/** The number under which the server's log tells more. */
	readonly id?: string;
};

/** Thrown where a question cannot be answered as asked. */
export class Problem extends Error {
	override readonly name = 'Problem';
	readonly code: ProblemCode;
	readonly facts: ProblemFacts;

	constructor(code: ProblemCode, facts: ProblemFacts) {
		super(facts.detail);
		this.code = code;
		this.facts = facts;
	}
}
