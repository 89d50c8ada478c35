// A process of its own that opens the database of a folder, says so, and holds it until it is killed.
import { openDatabase } from '../../../server/store/sqlite/open-database.ts';

openDatabase(process.argv[2] ?? '');
process.send?.('open');
// Listening keeps the process alive; without it Node ends it as soon as everything is said.
process.on('message', () => undefined);
