import { expect, it } from 'vitest';
import { source } from '../../../commands/source.js';
import { prepare } from '../../../src/command/run.js';
import { LiveLibrary } from '../../../src/library/live.js';
import { sourceBlocks } from '../../../src/surfaces/discord/source-blocks.js';
import { keptLog } from '../../support/bot.js';
import { libraryOf } from '../../support/folder.js';
import { readDiscord } from '../../support/read-discord.js';

const PARAGRAPHS = Array.from({ length: 12 }, (_, at) => `Paragraph ${at + 1} *is* here.`);

/** The texts of the blocks that the source of `id` is shown in, page by page. */
async function pagesOf(id: string, stated: object = {}, context = 0): Promise<string[]> {
  const library = await libraryOf({
    'a.txt': PARAGRAPHS.join('\n\n'),
    'sources.json': JSON.stringify({ 'a.txt': stated }),
  });
  const live = new LiveLibrary(library, async () => ({ faults: [] }));
  const asker = { name: 'member', mayModerate: false };
  const reply = await prepare(source, { id, context }, { library, live, asker }, keptLog().log).answer();
  if (!reply.about) throw new Error('the reply is about no source');
  return sourceBlocks(reply, reply.about, 0).map((blocks) =>
    blocks.flatMap(({ embeds }) => embeds.map(({ description = '' }) => description)).join('\n---\n'),
  );
}

it('shows a passage in one block, with its plain citation and where it stands', async () => {
  const [page = '', ...more] = await pagesOf('a#2', { title: 'T', url: 'https://p.example/x' });
  expect(more).toEqual([]);
  expect(page).toBe(
    [
      '> Paragraph 2 \\*is\\* here.\n',
      '— “T”, a#2, <https://p.example/x#:~:text=Paragraph%202,here>',
      '-# a#2, line 3 of a.txt',
    ].join('\n'),
  );
});

it('shows the paragraphs around it in the same block, each under its place', async () => {
  const [page = ''] = await pagesOf('a#2', {}, 1);
  expect(page).toMatch(
    /^-# a#1, line 1\n> Paragraph 1 .*\n\n-# a#2, line 3 · the paragraph you asked for\n> Paragraph 2 .*\n\n-# a#3, line 5\n> P/,
  );
});

it('shows a document five paragraphs a page, the citation on the first', async () => {
  const pages = await pagesOf('a', { title: 'T', url: 'https://p.example/x' });
  expect(pages.map((page) => page.match(/^> /gm)?.length)).toEqual([5, 5, 2]);
  expect(pages.map((page) => page.includes('— “T”'))).toEqual([true, false, false]);
  expect(readDiscord(pages[0] ?? '').links).toEqual([
    { text: 'https://p.example/x', target: 'https://p.example/x' },
  ]);
});

it('cuts a citation that fills half a block, never the words', async () => {
  const [page = ''] = await pagesOf('a#2', { title: '*'.repeat(500), outlet: '*'.repeat(500), author: 'A' });
  const [words = '', citation = ''] = page.split('\n\n— ');
  expect(words).toBe('> Paragraph 2 \\*is\\* here.');
  expect(readDiscord(citation.split('\n-# ')[0] ?? '').text).toHaveLength(1_000);
});
