// Appends to the golden log what its story tells beyond it: `node tests/domain/write-golden-log.ts && npm run format`. A shipped event
// is never changed.
import { writeFileSync } from 'node:fs';
import { goldenFile, readGoldenLog, withNewEvents, written } from './golden-log.ts';

const golden = withNewEvents(readGoldenLog().events);
writeFileSync(goldenFile, `${JSON.stringify(written(golden), null, '\t')}\n`);
