import type { DatabaseSync } from 'node:sqlite';
import * as log from './001-log.ts';
import * as directory from './002-directory.ts';

/** One step of the database's format. It runs once, inside a transaction that the runner opens. */
export type Migration = { readonly up: (db: DatabaseSync) => void };

/** Every migration, the oldest first: the format of a database is how many of them it has had. Never reorder, never edit one that was shipped. */
export const migrations: readonly Migration[] = [log, directory];
