import { words } from '../../src/text/words.js';

/** As much of Node.js' SQLite as is used here; its types come with a later Node.js than the oldest that we run on. */
interface Sqlite {
  readonly DatabaseSync: new (
    path: string,
  ) => {
    exec(sql: string): void;
    prepare(sql: string): Statement;
  };
}
interface Statement {
  run(value: string): unknown;
  all(value: string): unknown[];
}

/** As many passages as an answer of ours holds. */
const LIMIT = 50;

/** Passages in a full-text table of SQLite's FTS5, in memory. */
export class FullText {
  private constructor(
    private readonly unordered: Statement,
    private readonly ranked: Statement,
  ) {}

  /** A table of `passages`; undefined where this Node.js has no SQLite (before 22.13). */
  static async over(passages: readonly string[]): Promise<FullText | undefined> {
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
    const query = 'SELECT rowid FROM passages WHERE passages MATCH ?';
    return new FullText(
      database.prepare(query),
      database.prepare(`${query} ORDER BY bm25(passages) LIMIT ${LIMIT}`),
    );
  }

  /** The passages that have the words of `claim` in a row. */
  phrase(claim: string): unknown[] {
    return this.unordered.all(`"${bareWords(claim).join(' ')}"`);
  }

  /** The best passages that have any of the words. */
  anyOf(text: string): unknown[] {
    return this.ranked.all(quotedWords(text).join(' OR '));
  }

  /** The best passages that have all of the words, the last one as the beginning of a word. */
  begunWith(typed: string): unknown[] {
    return this.ranked.all(`${quotedWords(typed).join(' AND ')} *`);
  }
}

function bareWords(text: string): string[] {
  return words(text).map((word) => word.text.replaceAll('"', ''));
}

function quotedWords(text: string): string[] {
  return bareWords(text).map((word) => `"${word}"`);
}
