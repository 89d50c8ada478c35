import type { BoardNotices } from '../../directory/board-notices.ts';
import type { Directory } from '../../directory/directory.ts';
import type { WhatWaits, WhoIsHere } from '../../directory/ports.ts';
import type { Sessions } from '../sessions.ts';
import type { DeedLimits } from './deed-limits.ts';
import type { GuessLimits } from './guess-limits.ts';
import type { Shown } from './shown.ts';
import type { Speakers } from './speakers.ts';

/** What every route works with. */
export type Desk = {
	readonly directory: Directory;
	readonly sessions: Sessions;
	readonly speakers: Speakers;
	readonly shown: Shown;
	readonly notices: BoardNotices;
	readonly guesses: GuessLimits;
	readonly deeds: DeedLimits;
	readonly here: WhoIsHere;
	readonly waits: WhatWaits;
};
