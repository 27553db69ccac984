import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Article } from './articles.js';

/** What `use` gives of a new folder with these articles as documents, which is gone after it. */
export async function withArticles<T>(
  articles: readonly Article[],
  use: (folder: string) => Promise<T>,
): Promise<T> {
  const folder = mkdtempSync(path.join(tmpdir(), 'verbatim-bench-'));
  try {
    for (const { id, paragraphs } of articles) {
      writeFileSync(path.join(folder, `${id}.txt`), `${paragraphs.map(oneLine).join('\n\n')}\n`);
    }
    const sources = articles.map(({ id, paragraphs, ...source }) => [`${id}.txt`, source]);
    writeFileSync(path.join(folder, 'sources.json'), JSON.stringify(Object.fromEntries(sources)));
    return await use(folder);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** A paragraph without line breaks and control characters, which would make it several, or a fault. */
function oneLine(paragraph: string): string {
  return paragraph.replace(/[\s\p{Cc}]+/gu, ' ').trim();
}
