import * as v from 'valibot';
import { limits } from './texts.ts';

/** The form of a code of the sector vocabulary. Whether it is in the vocabulary is the composer's business and the gateway's. */
export const sectorCodeSchema = v.pipe(v.string(), v.regex(/^(isced:[0-9]{2,4}|eco:[a-z-]{3,30})$/, 'not a sector'));

export const sectorsSchema = v.pipe(
	v.array(sectorCodeSchema),
	v.maxLength(limits.sectorsPerCard, `Choose at most ${limits.sectorsPerCard} sectors.`),
	v.transform((codes) => [...new Set(codes)])
);
