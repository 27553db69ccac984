import fc from 'fast-check';
import { beforeEach, describe, expect, it } from 'vitest';
import { source } from '../../../commands/source.js';
import { prepare } from '../../../src/command/run.js';
import type { Passage } from '../../../src/corpus/passage.js';
import type { EmbeddedLibrary } from '../../../src/library/embedded-library.js';
import { LiveLibrary } from '../../../src/library/live.js';
import { Drawing } from '../../../src/picture/drawing.js';
import type { Quoted, Reply, Section } from '../../../src/reply/reply.js';
import { seal } from '../../../src/reply/seal.js';
import { renderMessage, type SendableMessage } from '../../../src/surfaces/discord/message.js';
import { messageData } from '../../../src/surfaces/discord/webhook.js';
import { type MessageBody, messageProblems } from '../../discord-server/rules.js';
import { adversarialText } from '../../support/adversarial.js';
import { keptLog } from '../../support/bot.js';
import { libraryOf } from '../../support/folder.js';
import { readDiscord } from '../../support/read-discord.js';

const { log } = keptLog();
/** A path of more than a thousand characters, each folder as long as a system lets it be. */
const DEEP = `${Array.from({ length: 6 }, () => 'd'.repeat(200)).join('/')}/deep.txt`;
const LONG = '*_`|'.repeat(100);
const FILES = {
  [DEEP]: `Rain :sun: fell.\n\n${'word *x* '.repeat(2_000)}\n\nThe end.`,
  'plain.txt': 'Snow.\n\nHail steam://x.',
  [`${'i'.repeat(90)}.txt`]: 'Fog.',
  'sources.json': JSON.stringify({
    [DEEP]: { outlet: LONG, title: LONG, author: LONG, url: `https://paper.example/${'p'.repeat(600)}` },
    'plain.txt': { title: 'Short', url: 'https://paper.example/a_(b)' },
  }),
};

let library: EmbeddedLibrary;
let passages: readonly Passage[];
beforeEach(async () => {
  library = await libraryOf(FILES);
  passages = library.documents.flatMap((document) => document.passages);
});

async function rendered(reply: Reply, page = 0): Promise<SendableMessage> {
  const drawing = new Drawing({ log });
  const state = { command: 'quote', options: { topic: 'rain' }, revision: '12345678' };
  return renderMessage(seal(reply, library), { drawing, state, target: { page, sheet: 0 } });
}

function problemsOf(message: SendableMessage): string[] {
  const body = messageData(message) as unknown as MessageBody;
  return messageProblems(body, message.files.length);
}

const anyText = fc.oneof(
  adversarialText,
  fc
    .tuple(adversarialText, fc.integer({ min: 1, max: 9_000 }))
    .map(([text, length]) => (text || 'x').repeat(Math.ceil(length / (text.length || 1))).slice(0, length)),
);
/** Our own words are never nothing. */
const ownText = anyText.map((text) => `Words. ${text}`);
const quoted = fc
  .record({ at: fc.nat(), note: fc.option(anyText, { nil: undefined }), speaks: fc.boolean() })
  .map(({ at, note, speaks }): Quoted => {
    const { excerpt } = passages[at % passages.length] as Passage;
    return { excerpt, ...(note && { note }), ...(speaks && { speaker: excerpt }) };
  });
const section: fc.Arbitrary<Section> = fc.oneof(
  quoted.map((one): Section => ({ kind: 'passage', quoted: one })),
  fc.record({ heading: ownText, quotation: anyText, notes: fc.array(anyText), quoted: fc.array(quoted) }).map(
    (parts): Section => ({
      kind: 'verdict',
      verdict: 'altered',
      quotationMarks: [],
      differences: [],
      ...parts,
    }),
  ),
  fc.record({ heading: ownText, quoted: fc.array(quoted, { maxLength: 4 }) }).map(
    (parts): Section => ({
      kind: 'statement',
      shared: [],
      missing: [],
      unclear: [],
      others: 0,
      introductions: parts.quoted.map(({ excerpt }) => [excerpt]),
      quotations: [],
      ties: [],
      ...parts,
    }),
  ),
  fc
    .record({ name: fc.constant('lines'), lines: fc.array(anyText) })
    .map((parts): Section => ({ kind: 'list', ...parts })),
  anyText.map(
    (text): Section => ({ kind: 'copy', name: 'citations', texts: [{ id: 'plain', name: 'Plain', text }] }),
  ),
);

describe('whatever a reply says', () => {
  it('each of its pages is what Discord takes', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.record({
          message: anyText,
          sections: fc.array(section, { maxLength: 8 }),
          perPage: fc.constantFrom(1, 3, 5),
        }),
        fc.nat(20),
        async (parts, page) => {
          const message = await rendered(
            { outcome: 'answered', ...parts, message: parts.message || 'x' },
            page,
          );
          expect(problemsOf(message)).toEqual([]);
        },
      ),
      { numRuns: 150 },
    );
  });

  it('of a source with a path, title and address as long as they come, too', async () => {
    const live = new LiveLibrary(library, async () => ({ faults: [] }));
    const context = { library, live, asker: { name: 'member', mayModerate: false } };
    for (const id of ['deep', 'deep#2', 'plain', 'plain#2', `${'i'.repeat(90)}#1`]) {
      for (const around of [0, 2]) {
        const reply = await prepare(source, { id, context: around }, context, log).answer();
        expect(reply.outcome).toBe('answered');
        for (let page = 0; page < 8; page++) {
          const message = await rendered(reply, page);
          expect(problemsOf(message)).toEqual([]);
          for (const { description = '' } of message.embeds)
            expect(readDiscord(description).foreign).toEqual([]);
        }
      }
    }
  });
});

it('an address that is too long for a button is that of the page, and behind the title where that is too long too', async () => {
  const urlsOf = async (id: string) => {
    const passage = passages.find((one) => one.id === id);
    if (!passage) throw new Error(`there is no passage ${id}`);
    const sections: Section[] = [{ kind: 'passage', quoted: { excerpt: passage.excerpt } }];
    const { components } = await rendered({ outcome: 'answered', message: 'Here.', sections, perPage: 1 });
    return components.flatMap((row) => row.components.flatMap((one) => ('url' in one ? one.url : [])));
  };
  expect(await urlsOf('plain#1')).toEqual(['https://paper.example/a_%28b%29#:~:text=Snow']);
  expect(await urlsOf('deep#1')).toEqual([]);
});
