import { expect, it } from 'vitest';
import { folderOf } from '../support/folder.js';
import { sectionOf } from '../support/sections.js';
import { ask } from '../support/session.js';

const NOTE = '“he”: Bo Borg is the only person named before';
const COURIER = 'Bo Borg opened the pier.\n\n“Granite is dear and the harbour wall is long,” he said.\n';
const POST = '“Granite is dear and the harbour wall is long,” Bo Borg said.\n';

it('names under a wording whom “he” can only stand for, and nobody under one with a name', async () => {
  const { quoted, quotations } = await sectionOf({ 'courier.txt': COURIER, 'post.txt': POST });
  expect(quoted.map(({ note }) => note)).toEqual([NOTE, undefined]);
  const [{ speakers = [], onlyNames = [] } = {}] = quotations;
  expect(speakers.map((speaker) => speaker?.text)).toEqual(['he', 'Bo Borg']);
  expect(onlyNames.map((name) => name?.text)).toEqual(['Bo Borg', undefined]);
});

it('names nobody where two may be meant', async () => {
  const both = COURIER.replace('opened', 'and Ida Holm opened');
  const { quoted, quotations } = await sectionOf({ 'courier.txt': both, 'post.txt': POST });
  expect(quoted.map(({ note }) => note)).toEqual([undefined, undefined]);
  expect(quotations.flatMap(({ onlyNames }) => onlyNames)).toEqual([null, null]);
});

it.each([
  ['exact', 'Granite is dear and the harbour wall is long'],
  ['elided', 'Granite is dear … the harbour wall is long'],
  ['altered', 'Granite is dear and the harbour wall is high'],
])('names them in a verdict: %s', async (kind, quote) => {
  const verdictIn = async (text: string) => {
    const { verdicts: [verdict] = [] } = await ask(
      `/verify quote:${quote}`,
      await folderOf({ '1.txt': text }),
    );
    return verdict && [verdict.verdict, verdict.excerpts[0]?.note];
  };
  expect(await verdictIn(COURIER)).toEqual([kind, NOTE]);
  expect(await verdictIn(COURIER.replace('opened', 'and Ida Holm opened'))).toEqual([kind, undefined]);
});
