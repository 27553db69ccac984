import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { commands } from '../../commands/index.js';
import { prepare } from '../../src/command/run.js';
import { verdictReply } from '../../src/command/verdict-reply.js';
import { loneProcess } from '../../src/library/fleet.js';
import { LiveLibrary } from '../../src/library/live.js';
import { loadLibrary } from '../../src/library/load.js';
import { DIFFERENCE_KINDS } from '../../src/reply/difference-kinds.js';
import { jsonLine } from '../../src/reply/json.js';
import { answerSchema, type JsonAnswer } from '../../src/reply/json-schema.js';
import { PLAIN } from '../../src/reply/plain-text.js';
import { seal } from '../../src/reply/seal.js';
import { OverBudgetError } from '../../src/text/pace.js';
import { keptLog } from '../support/bot.js';
import { folderOf, libraryIn, SEEDS } from '../support/folder.js';
import { ask, sessionOver } from '../support/session.js';

const QUESTIONS = [
  '/quote topic:NGOs',
  '/quote topic:Putin said:true speaker:Putin',
  '/quote topic:football',
  '/quote topic:goverment',
  '/quote topic:NGOs from:2018 to:2017',
  '/quote',
  'NGOs',
  '/ask question:who financed opposition rallies',
  '/ask question:who won the football match',
  '/ask question:How old is Oliver Stone?',
  '/ask question:what did Obama say nearest:true',
  '/compare',
  '/compare topic:NGOs picture:false',
  '/compare topic:cyberattacks',
  '/source id:000#6 context:1',
  '/source id:001',
  '/source id:zz',
  '/corpus status',
  '/corpus reload',
  '/help',
  '/more',
  '{"command":"nothing"}',
  ...[
    'They gathered opposition forces and financed them',
    '"They gathered opposition forces and financed them"',
    '"They gathered opposition forces … went to opposition rallies"',
    'they gathered opposition forces and financed them',
    'They gathered [the] opposition forces and financed them',
    '“[They did it] in 2000, and in 2012 … It is hard to imagine that any country”',
    'We have engaged in any cyberattacks',
    '"We have not engaged in any Cyberattacks"',
    'The moon is made of green cheese',
    'opposition',
    'Obama said "They gathered opposition forces and financed them" and "There is no bus."',
  ].map((quote) => JSON.stringify({ command: 'verify', options: { quote } })),
];

/** Documents of which one interrupts a quotation and another prints a part of it, two print one differently, one has one alone, and one states all that a source may. */
const MADE_UP = {
  'a.txt':
    '“The dam is safe,” Borg said, “and will stay so for years.”\n\n“We will open the new bridge before winter comes to the harbour,” he said. “No boat may pass it on a Sunday in summer,” he added.',
  'b.txt':
    '“The dam is safe,” Borg said.\n\nBorg said: “We will open the old bridge before winter comes to the harbour.”',
  'sources.json': JSON.stringify({
    'a.txt': {
      outlet: 'The Post',
      title: 'Dam',
      authors: [{ family: 'Writer', given: 'A.' }, { name: 'The Agency' }],
      published: '2017-06-16',
      retrieved: '2026-02-03',
      licence: 'CC BY 4.0',
      url: 'https://example.com/dam',
      language: 'en',
      encoding: 'utf-8',
    },
  }),
};

/** Every question over the seeds and over made-up documents, and what only others, or faults, bring about. */
/** Too many print this for all of them to be compared, where it is repeated so often. */
const SPOKEN = '“Granite harbour walls crumble in Lindholm every winter,” Mayor Varga said at noon. ';

async function answers(): Promise<JsonAnswer[]> {
  const folder = folderOf(MADE_UP);
  const madeUp = await sessionOver(folder);
  const lines = [
    '/verify quote:The dam is safe and will stay so',
    '/source id:a#1',
    '/source id:a',
    '/compare',
    '/corpus list',
    '/corpus remove document:a',
    '/corpus add text:The harbour froze. replace:true id:b',
  ];
  const asked = [
    ...(await Promise.all(QUESTIONS.map((line) => ask(line)))),
    ...(await Promise.all(lines.map(async (line) => JSON.parse(await madeUp.json(line)) as JsonAnswer))),
    await ask('/source id:a#1', folderOf({ 'a.md': 'Text in *another* form.' })),
    await ask('/compare', folderOf({ 'a.txt': SPOKEN.repeat(32), 'b.txt': SPOKEN.repeat(33) })),
  ];
  const oneOfMany = await sessionOver(folder, PLAIN, loneProcess({ first: 0, last: 1, of: 4 }));
  asked.push(JSON.parse(await oneOfMany.json('/corpus status')) as JsonAnswer);
  writeFileSync(path.join(folder, 'c.txt'), '');
  return [...asked, JSON.parse(await madeUp.json('/corpus reload')) as JsonAnswer, ...(await others())];
}

/** What somebody is answered who is no moderator, and what a quotation gets that takes too long to check. */
async function others(): Promise<JsonAnswer[]> {
  const library = await libraryIn(SEEDS);
  const live = new LiveLibrary(library, () => loadLibrary(SEEDS));
  const context = { library, live, asker: { name: 'test', mayModerate: false } };
  const command = commands.find(({ name }) => name === 'corpus');
  if (!command) throw new Error('no command corpus');
  const raw = { subcommand: 'status' };
  const forbidden = await prepare(command, raw, context, keptLog().log).answer();
  const pace = () => {
    throw new OverBudgetError('spent');
  };
  const quotation = { text: 'They gathered opposition forces', speaker: null };
  const unchecked = await verdictReply({ ...context, pace, report: () => 'id' }, [quotation]);
  return [forbidden, seal(unchecked, library)].map(
    (reply) =>
      JSON.parse(jsonLine(reply, { command: 'test', options: {}, revision: library.revision })) as JsonAnswer,
  );
}

/** The words that `schema` allows, in order. */
const wordsOf = (schema: { options: readonly string[] }) => [...schema.options].sort();
const seen = (found: readonly string[]) => [...new Set(found)].sort();

describe('every answer', () => {
  it('fits the schema, and all that the schema has is answered', async () => {
    const all = await answers();
    for (const answer of all) expect(answerSchema.parse(answer)).toEqual(answer);

    const { outcome, verdicts, comparison } = answerSchema.shape;
    const verdict = verdicts.unwrap().element.shape.verdict;
    const kind = comparison.unwrap().element.shape.quotations.element.shape.kind;
    expect(seen(all.map((answer) => answer.outcome))).toEqual(wordsOf(outcome));
    expect(seen(all.flatMap((answer) => (answer.verdicts ?? []).map((one) => one.verdict)))).toEqual(
      wordsOf(verdict),
    );
    const quotations = all.flatMap((answer) => (answer.comparison ?? []).flatMap((row) => row.quotations));
    expect(seen(quotations.map((quotation) => quotation.kind))).toEqual(wordsOf(kind));
    expect(seen(all.flatMap((answer) => Object.keys(answer)))).toEqual(
      Object.keys(answerSchema.shape).sort(),
    );
    const facts = answerSchema.shape.facts.unwrap().shape;
    expect(seen(all.flatMap((answer) => Object.keys(answer.facts ?? {})))).toEqual(Object.keys(facts).sort());
  });

  it('has no field that the schema does not name', async () => {
    const answer = await ask('/quote topic:NGOs');
    expect(answerSchema.safeParse({ ...answer, more: 1 }).success).toBe(false);
    const excerpts = answer.excerpts?.map((excerpt) => ({ ...excerpt, more: 1 }));
    expect(answerSchema.safeParse({ ...answer, excerpts }).success).toBe(false);
  });
});

it('the kinds of difference are named once each, and no other is taken', async () => {
  expect(new Set(DIFFERENCE_KINDS).size).toBe(DIFFERENCE_KINDS.length);
  const answer = await ask('/verify quote:We have engaged in any cyberattacks');
  const [first] = answer.verdicts ?? [];
  expect(first?.differences.map(({ kind }) => kind)).toContain('missing');
  const differences = first?.differences.map((difference) => ({ ...difference, kind: 'other' }));
  expect(answerSchema.safeParse({ ...answer, verdicts: [{ ...first, differences }] }).success).toBe(false);
});
