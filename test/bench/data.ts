import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { gunzipSync } from 'node:zlib';

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

/** The passages of the large collection in a folder of judged data. */
export function scalePassages(folder: string): string[] | undefined {
  const texts = records<{ text: string }>(folder, 'scale', 'gutenberg.jsonl.gz');
  return texts?.flatMap(({ text }) => text.split(/\n\s*\n/).filter((passage) => passage.trim() !== ''));
}

/** One story as several outlets tell it. */
export interface Story {
  readonly story: string;
  readonly articles: readonly {
    readonly id: string;
    readonly outlet: string;
    readonly title: string;
    readonly paragraphs: readonly string[];
  }[];
}
