import { expect, it } from 'vitest';
import { folderOf } from '../support/folder.js';
import { ask } from '../support/session.js';

const WORDS = 'the hall was put up without any plan at all';

/** Who says the words in a text, as a verdict on them tells. */
async function saidBy(text: string): Promise<string | undefined> {
  const folder = folderOf({ '1.txt': text.replace('…', `“${WORDS}”`) });
  const [verdict] = (await ask(`/verify quote:${WORDS}`, folder)).verdicts ?? [];
  const { speaker } = (verdict?.excerpts[0] ?? {}) as { speaker?: { text: string } | null };
  return speaker?.text;
}

it.each([
  'Mayor Anna Stein said … on Monday.',
  '…, Anna Stein said.',
  'Anna Stein had said … before.',
  'According to Anna Stein, …, as ever.',
  'It is late, and …, according to Anna Stein.',
])('%s names who says it', async (text) => {
  expect(await saidBy(text)).toContain('Stein');
});

it.each([
  '… Anna Stein refused to say.',
  'Anna Stein should have said ….',
  '…, Anna Stein would say if she were honest.',
  '…, Anna Stein claimed Ben Dean had said.',
  'Asked by Anna Stein whether …, Ben Dean shrugged.',
  '… Anna Stein disagreed.',
  '…, it said on a poster.',
  'According to Anna Stein, Ben Dean said ….',
  'According to Anna Stein, Ben Dean was told that ….',
  'According to a poll, ….',
])('%s names nobody', async (text) => {
  expect(await saidBy(text)).toBeUndefined();
});
