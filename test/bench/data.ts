import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { gunzipSync } from 'node:zlib';
import type { Article } from './articles.js';

/** As many paragraphs as a news article has. */
const PARAGRAPHS = 20;

/** The records of a file of JSON lines in a folder of judged data, or undefined where it is not there. */
export function records<T>(folder: string, ...name: string[]): T[] | undefined {
  const file = path.join(folder, ...name);
  if (!existsSync(file)) return undefined;
  const bytes = readFileSync(file);
  const text = (file.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString('utf8');
  return text
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => JSON.parse(line) as T);
}

/** The large collection in a folder of judged data, its books cut into articles of 20 paragraphs. */
export function scaleArticles(folder: string): Article[] | undefined {
  const chapters = records<{ id: string; title: string; text: string }>(
    folder,
    'scale',
    'gutenberg.jsonl.gz',
  );
  return chapters?.flatMap(({ id, title, text }) => {
    const paragraphs = text.split(/\n\s*\n/).filter((passage) => passage.trim() !== '');
    return Array.from({ length: Math.ceil(paragraphs.length / PARAGRAPHS) }, (_, at): Article => {
      return {
        id: `${id}-${at + 1}`,
        title,
        paragraphs: paragraphs.slice(at * PARAGRAPHS, (at + 1) * PARAGRAPHS),
      };
    });
  });
}

/** One story as several outlets tell it. */
export interface Story {
  readonly story: string;
  readonly articles: readonly {
    readonly id: string;
    readonly outlet: string;
    readonly title: string;
    readonly published: string;
    readonly paragraphs: readonly string[];
  }[];
}
