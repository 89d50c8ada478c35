import { ask, type Answer } from '#lib/board/rest.ts';
import { refusalWords } from '#lib/board/refusal-words.ts';
import type {
	Forum,
	ForumAnswer,
	ForumRequest,
	OrganiserLinkOf,
	OrganiserSignedIn,
	SessionsHere
} from '#lib/protocol/rest.ts';
import type { Problem } from '#lib/protocol/rest-problems.ts';

/** What a browser finds at the organiser's door. */
export type Door =
	| { readonly is: 'opening' }
	| { readonly is: 'signed-out' }
	/** The one-time link waits for a name and a passphrase. */
	| { readonly is: 'new'; readonly token: string }
	| { readonly is: 'refused'; readonly sentence: string; readonly token: string; readonly canRetry: boolean }
	| { readonly is: 'in' };

const spentLinks = ['link-wrong', 'link-used', 'link-expired'];

/** The organiser at this browser: the way in, the forum, and every question to the server. */
export class Organiser {
	door: Door = $state.raw({ is: 'opening' });
	name: string | null = $state(null);
	forum: Forum | null = $state.raw(null);
	/** The session ended while a page was open; what is typed there stays, and the sign-in is shown above it. */
	expired = $state(false);

	/** @param token what stood behind `#` of the one-time link; empty: only look whether this browser holds a session */
	async arrive(token: string): Promise<void> {
		this.door = { is: 'opening' };
		if (token === '') return this.#look();
		const link = await ask<OrganiserLinkOf>('POST', '/api/organiser/look', 'organiser', { token });
		if (!link.ok) return this.#refuse(link.problem, token);
		if (link.body.chooses === null) return this.#refuse(link.body.problem, token);
		if (link.body.chooses === 'passphrase') return void (this.door = { is: 'new', token });
		const claimed = await ask<OrganiserSignedIn>('POST', '/api/organiser/claim', 'organiser', { token });
		if (claimed.ok) await this.#enter(claimed.body);
		else this.#refuse(claimed.problem, token);
	}

	/** Uses the one-time link up, with a name and a new passphrase. @returns what is wrong, or null */
	async claim(token: string, name: string, passphrase: string): Promise<Problem | null> {
		const path = '/api/organiser/claim';
		return this.#enterBy(await ask<OrganiserSignedIn>('POST', path, 'organiser', { token, name, passphrase }));
	}

	/** @returns what is wrong, or null */
	async signIn(name: string, passphrase: string): Promise<Problem | null> {
		const path = '/api/organiser/sign-in';
		return this.#enterBy(await ask<OrganiserSignedIn>('POST', path, 'organiser', { name, passphrase }));
	}

	/** Ends the session of this browser. @returns what is wrong, or null */
	async signOut(): Promise<Problem | null> {
		const answer = await ask('POST', '/api/sign-out', 'organiser');
		if (!answer.ok) return answer.problem;
		this.door = { is: 'signed-out' };
		this.name = null;
		return null;
	}

	/** Asks the server as the organiser, and notices when the session has ended. */
	async ask<Body>(method: 'GET' | 'POST' | 'PUT' | 'DELETE', path: string, body?: unknown): Promise<Answer<Body>> {
		const answer = await ask<Body>(method, path, 'organiser', body);
		if (!answer.ok && answer.problem.code === 'session-needed') this.expired = true;
		return answer;
	}

	/** Creates the forum or changes its facts. @returns what is wrong, or null */
	async saveForum(request: ForumRequest): Promise<Problem | null> {
		const answer = await this.ask<Forum>('PUT', '/api/forum', request);
		if (!answer.ok) return answer.problem;
		this.forum = answer.body;
		return null;
	}

	async #look(): Promise<void> {
		const sessions = await ask<SessionsHere>('GET', '/api/sessions', 'organiser');
		if (!sessions.ok) return this.#refuse(sessions.problem, '');
		const { organiser } = sessions.body;
		if (organiser) await this.#enter(organiser);
		else this.door = { is: 'signed-out' };
	}

	async #enterBy(answer: Answer<OrganiserSignedIn>): Promise<Problem | null> {
		if (!answer.ok) return answer.problem;
		await this.#enter(answer.body);
		return null;
	}

	async #enter({ name }: { readonly name: string | null }): Promise<void> {
		this.name = name;
		this.expired = false;
		const answer = await ask<ForumAnswer>('GET', '/api/forum', 'organiser');
		if (!answer.ok) return this.#refuse(answer.problem, '');
		this.forum = answer.body.forum;
		this.door = { is: 'in' };
	}

	#refuse(problem: Problem, token: string): void {
		const canRetry = !spentLinks.includes(problem.code);
		this.door = { is: 'refused', sentence: refusalWords(problem), token, canRetry };
	}
}
