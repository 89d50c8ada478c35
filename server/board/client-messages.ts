import * as v from 'valibot';
import { idSchema } from '#lib/domain/ids.ts';

/** What a client may say to the gateway. */
export const helloSchema = v.object({
	protocolVersion: v.number(),
	board: idSchema,
	version: v.nullable(v.object({ seq: v.pipe(v.number(), v.integer()), audience: v.pipe(v.string(), v.maxLength(40)) }))
});
export const submissionSchema = v.object({
	board: idSchema,
	submissionId: idSchema,
	command: v.object({ name: v.string(), input: v.unknown() })
});
export const watchSchema = v.object({ board: idSchema, on: v.boolean() });
export const handshakeSchema = v.object({ as: v.picklist(['delegate', 'facilitator', 'organiser', 'screen']) });
