// Writes the golden log anew, after an event kind was added: `node tests/domain/write-golden-log.ts`. A shipped event is never changed.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { goldenStory } from './golden-story.ts';

const { events, board } = goldenStory();
const lists = (_key: string, value: unknown) => (value instanceof Map ? [...(value as Map<unknown, unknown>)] : value);
writeFileSync(join(import.meta.dirname, 'golden-log.json'), `${JSON.stringify({ events, board }, lists, '\t')}\n`);
