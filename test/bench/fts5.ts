import { words } from '../../src/text/words.js';

/** As much of Node.js' SQLite as is used here; its types come with a later Node.js than the oldest that we run on. */
interface Sqlite {
  readonly DatabaseSync: new (
    path: string,
  ) => {
    exec(sql: string): void;
    prepare(sql: string): { run(value: string): unknown; all(value: string): unknown[] };
  };
}

/** A phrase query over `passages` in SQLite's FTS5; undefined where this Node.js has no SQLite (before 22). */
export async function phraseQuery(
  passages: readonly string[],
): Promise<((claim: string) => unknown[]) | undefined> {
  // Not a literal, since the compiler does not know the module.
  const name = 'node:sqlite';
  const sqlite = (await import(name).catch(() => undefined)) as Sqlite | undefined;
  if (!sqlite) return undefined;
  const database = new sqlite.DatabaseSync(':memory:');
  database.exec('CREATE VIRTUAL TABLE passages USING fts5(text)');
  const insert = database.prepare('INSERT INTO passages (text) VALUES (?)');
  database.exec('BEGIN');
  for (const passage of passages) insert.run(passage);
  database.exec('COMMIT');
  const query = database.prepare('SELECT rowid FROM passages WHERE passages MATCH ?');
  return (claim) =>
    query.all(
      `"${words(claim)
        .map(({ text }) => text.replaceAll('"', ''))
        .join(' ')}"`,
    );
}
