import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import iconv from 'iconv-lite';
import { describe, expect, it, onTestFinished } from 'vitest';
import { loadLibrary } from '../../src/library/load.js';
import { type Files, folderOf, libraryIn, writeFiles } from '../support/folder.js';
import { docxOf, wordParagraph, zipOf } from '../support/made-files.js';
import { ask } from '../support/session.js';

const LONG =
  'The council has met for nine hours on it, and voted in the end, with two against, on Monday evening.';

/** What lies on the disk of somebody who keeps documents; in each somebody says words that no other has. */
const FILES: Files = {
  'curly.txt': iconv.encode(
    'The mayor spoke on Monday. “Nobody’s bridge is safe,” said Ann Borg. The council isn’t ready.\r\n',
    'windows-1252',
  ),
  'wide.txt': Buffer.from('\uFEFF“The harbour was closed,” said Ann Borg.\r\n', 'utf16le'),
  'german.md':
    '# Der Damm\n\nDie **Leiterin** sagte: „Der Damm war\nnie sicher.“ Mehr sagte sie [nicht](https://example.com).\n',
  'chinese.html':
    '<html lang="zh"><head><meta charset="utf-8"><title>大坝</title></head><body><p>她说：「大坝从来不安全，\n而且没有人来检查过它。」</p></body></html>',
  'news.html': `<html><head><title>Dam</title><script>var a = 1;</script></head><body><nav>Home Sport</nav>
<article><h1>Dam</h1><p>${LONG}</p><p>“The <em>spillway</em> had cracks,” said Ann Borg.</p><p>${LONG} ${LONG} ${LONG}
${LONG}</p></article></body></html>`,
  'minutes.docx': docxOf(wordParagraph('Minutes') + wordParagraph('“The pumps were off,” said Ann Borg.')),
  'film.srt':
    '1\n00:00:01,000 --> 00:00:02,000\n<i>“The turbines</i>\n\n2\n00:00:02,000 --> 00:00:03,000\nnever ran,” said Ann Borg.\n',
  'talk.vtt': 'WEBVTT\n\n00:01.000 --> 00:02.000\n<v Ann Borg>The gates were rusty.\n',
  'questions.md': '**Q: Was it safe?**\n\nA: “The sluice was stuck,” said Ann Borg.\n',
};

/** Words of each as somebody might remember them, and where they stand. */
const WORDS: readonly (readonly [words: string, passage: string, line: number])[] = [
  ['Nobody’s bridge is safe', 'curly#1', 1],
  ['The harbour was closed', 'wide#1', 1],
  ['Der Damm war nie sicher.', 'german#2', 3],
  ['大坝从来不安全，而且没有人来检查过它。', 'chinese#1', 1],
  ['The spillway had cracks', 'news#3', 5],
  ['The pumps were off', 'minutes#2', 3],
  ['The turbines never ran', 'film#1', 1],
  ['The gates were rusty.', 'talk#1', 1],
  ['The sluice was stuck', 'questions#2', 3],
];

describe('documents as people have them', () => {
  it('are verified word for word, each with its paragraph and its line', async () => {
    const folder = folderOf(FILES);
    for (const [words, passage, line] of WORDS) {
      const { verdicts = [] } = await ask(`/verify quote:“${words}”`, folder);
      expect(verdicts.map(({ verdict }) => verdict)).toEqual(['exact']);
      const [found] = (await ask(`/source id:${passage}`, folder)).excerpts ?? [];
      expect(found).toMatchObject({ passage, line });
      expect(found?.text).toContain(words);
    }
  });

  it('are the same corpus read again, and on another disk', async () => {
    const folder = folderOf(FILES);
    const { revision } = await libraryIn(folder);
    expect((await libraryIn(folder)).revision).toBe(revision);
    const other = mkdtempSync(path.join(tmpdir(), 'verbatim-'));
    onTestFinished(() => rmSync(other, { recursive: true, force: true }));
    writeFiles(other, FILES);
    expect((await libraryIn(other)).revision).toBe(revision);
  });

  it('leave the corpus that serves as it is where one of them is hostile', async () => {
    const folder = folderOf(FILES);
    const library = await libraryIn(folder);
    writeFiles(folder, { 'bomb.docx': zipOf({ 'word/document.xml': Buffer.alloc(65 * 1024 * 1024) }) });
    const loaded = await loadLibrary(folder, { previous: library });
    expect(loaded).toMatchObject({ faults: [{ problem: 'it unpacks to more than 64 MiB' }] });
    rmSync(path.join(folder, 'bomb.docx'));
    const again = await loadLibrary(folder, { previous: library });
    expect(again).toMatchObject({ changes: { added: [], changed: [], removed: [] } });
  });
});
