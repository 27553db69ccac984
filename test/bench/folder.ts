import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Article } from './articles.js';

/** The sources of so many documents are 3.5 MiB of JSON; a file may have 5. */
const DOCUMENTS_OF_A_FOLDER = 30_000;

/** What `use` gives of a new folder with these articles as documents, which is gone after it. */
export function withArticles<T>(
  articles: readonly Article[],
  use: (folder: string) => Promise<T>,
): Promise<T> {
  return withManyArticles(articles, ([folder, another]) => {
    if (folder === undefined || another !== undefined) throw new RangeError('Not what one folder holds');
    return use(folder);
  });
}

/** The same of any number of articles, in as many folders as it takes; they need not all be in memory. */
export async function withManyArticles<T>(
  articles: Iterable<Article>,
  use: (folders: readonly string[]) => Promise<T>,
  ofAFolder = DOCUMENTS_OF_A_FOLDER,
): Promise<T> {
  const above = mkdtempSync(path.join(tmpdir(), 'verbatim-bench-'));
  const folders: string[] = [];
  let sources: Record<string, object> = {};
  const open = () => {
    folders.push(path.join(above, String(folders.length + 1)));
    mkdirSync(folders.at(-1) ?? '');
    sources = {};
  };
  const close = () => {
    writeFileSync(path.join(folders.at(-1) ?? '', 'sources.json'), JSON.stringify(sources));
  };
  try {
    open();
    let left = ofAFolder;
    for (const { id, paragraphs, ...source } of articles) {
      if (left-- === 0) {
        close();
        open();
        left = ofAFolder - 1;
      }
      const text = `${paragraphs.map(oneLine).join('\n\n')}\n`;
      writeFileSync(path.join(folders.at(-1) ?? '', `${id}.txt`), text);
      sources[`${id}.txt`] = source;
    }
    close();
    return await use(folders);
  } finally {
    rmSync(above, { recursive: true });
  }
}

/** A paragraph without line breaks and control characters, which would make it several, or a fault. */
function oneLine(paragraph: string): string {
  return paragraph.replace(/[\s\p{Cc}]+/gu, ' ').trim();
}
