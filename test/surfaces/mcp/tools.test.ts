import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { commands } from '../../../commands/index.js';
import { defineCommand } from '../../../src/command/command.js';
import { MAX_EXCERPTS } from '../../../src/reply/json.js';
import { say } from '../../../src/reply/reply.js';
import { folderOf, SEEDS } from '../../support/folder.js';
import { answerIn, call, connected, textIn, textOf } from '../../support/mcp.js';
import { answerOf, sessionOver } from '../../support/session.js';
import { THREE_OUTLETS } from '../../support/three-outlets.js';

/** A call of each tool that a line of JSON can name too, right and wrong. */
const CALLS: readonly [name: string, options: Record<string, string | number | boolean>][] = [
  ['quote', { topic: 'opposition rallies' }],
  ['quote', { topic: 'opposition rallies', outlet: '001', said: true }],
  ['quote', { topic: 'the bridge', from: '2026-03-10' }],
  ['quote', { topic: 'volcanoes' }],
  ['quote', {}],
  ['quote', { topic: 5 }],
  ['quote', { topic: 'x', colour: 'red' }],
  ['quote', { topic: ' ' }],
  ['quote', { topic: 'x', from: 'yesterday' }],
  ['quote', { topic: 'x'.repeat(4001) }],
  ['ask', { question: 'Who financed the opposition?' }],
  ['ask', { question: 'Who landed on Mars in opposition?', nearest: true }],
  ['ask', { question: 'Was the bridge safe?', speaker: 'Smith' }],
  ['compare', {}],
  ['compare', { topic: 'bridge' }],
  ['compare', { speaker: 'Putin', picture: false }],
  ['verify', { quote: 'They gathered opposition forces and funded them' }],
  ['verify', { quote: 'We have never closed a bridge in this town' }],
  ['verify', { quote: 'Borg said: “They gathered opposition forces.”', private: true }],
  ['source', { id: '000' }],
  ['source', { id: '000#6', context: 2 }],
  ['source', { id: 'nothing' }],
  ['source', { id: '000', context: 9 }],
  ['source', { id: '000', context: '2' }],
];

/** Every stretch of a document that is anywhere in an answer. */
function stretchesIn(value: unknown): { document: string; start: number; end: number; text: string }[] {
  if (typeof value !== 'object' || value === null) return [];
  const found = Object.values(value).flatMap(stretchesIn);
  const { document, start, end, text } = value as Record<string, unknown>;
  if (typeof document !== 'string' || typeof start !== 'number' || typeof end !== 'number') return found;
  return typeof text === 'string' ? [...found, { document, start, end, text }] : found;
}

describe('the tools', () => {
  it('are the commands but the moderators’, each with what it takes and that it only reads', async () => {
    const { client } = await connected();
    const { tools } = await client.listTools();
    const open = commands.filter(({ moderation }) => !moderation);
    expect(tools.map(({ name }) => name).sort()).toEqual(
      open.map(({ name }) => name.toLowerCase().replaceAll(' ', '_')).sort(),
    );
    for (const tool of tools) {
      expect(tool.name).toMatch(/^[a-z_]{1,64}$/);
      expect(tool.annotations).toMatchObject({
        title: tool.title,
        readOnlyHint: true,
        destructiveHint: false,
        idempotentHint: true,
        openWorldHint: false,
      });
    }
    expect(tools.find(({ name }) => name === 'source')).toMatchObject({
      title: 'Source',
      description: 'Where a passage or document comes from, how to cite it, and how to check it',
      inputSchema: {
        type: 'object',
        required: ['id'],
        additionalProperties: false,
        properties: { context: { type: 'integer', minimum: 0, maximum: 5, default: 0 } },
      },
    });
  });

  it('do not offer what only says how people see an answer', async () => {
    const { client } = await connected();
    const { tools } = await client.listTools();
    const offered = tools.flatMap(({ inputSchema }) => Object.keys(inputSchema.properties ?? {}));
    expect(offered).toContain('topic');
    expect(offered).not.toContain('private');
    expect(offered).not.toContain('picture');
  });

  it.each([
    ['the documents that come with the project', () => SEEDS],
    ['documents that state outlets', () => folderOf(THREE_OUTLETS)],
  ])('answer as a line of JSON does, from %s', async (_, folder) => {
    const documents = folder();
    const { client } = await connected(documents);
    // The client holds each answer against the schema that the list has.
    await client.listTools();
    const session = await sessionOver(documents);
    const outcomes = new Set<string>();
    for (const [name, options] of CALLS) {
      const result = await call(client, name, options);
      const answer = await answerOf(session, JSON.stringify({ command: name, options }));
      expect(answerIn(result)).toEqual(answer);
      expect(result.isError ?? false, name).toBe(answer.outcome === 'invalid');
      expect(textIn(result)).toContain(answer.message);
      outcomes.add(answer.outcome);
    }
    expect([...outcomes].sort()).toEqual(['answered', 'invalid', 'nothing']);
  });

  it('return nothing in quotation that is not a slice of the document’s resource, and show it whole', async () => {
    const { client } = await connected();
    const texts = new Map<string, string>();
    let seen = 0;
    for (const [name, options] of CALLS) {
      const result = await call(client, name, options);
      for (const { document, start, end, text } of stretchesIn(result.structuredContent)) {
        const whole = texts.get(document) ?? (await textOf(client, `verbatim://document/${document}`));
        texts.set(document, whole);
        expect(whole.slice(start, end)).toBe(text);
        seen += 1;
      }
      for (const { text } of answerIn(result).excerpts ?? []) expect(textIn(result)).toContain(text);
    }
    expect(seen).toBeGreaterThan(100);
  });

  it('say where words stand, in plain characters', async () => {
    const { client } = await connected();
    const text = textIn(await call(client, 'quote', { topic: 'opposition rallies' }));
    expect(text).toContain('— Putin Turns Tables With Shocking Accusation\n  000#5, line 9 of 000_18fad831');
    expect(text).not.toContain('\x1b');
  });

  it('check every quotation of a draft, block quotes too', async () => {
    const { client } = await connected();
    const message = [
      'He said that “they gathered opposition forces and funded them”.',
      '',
      '> They gathered opposition forces and financed them',
      '> — Putin, 000#5',
    ].join('\n');
    const result = await call(client, 'verify_quotes', { message });
    const verdicts = (answerIn(result).verdicts ?? []).map(({ verdict, quotation }) => [verdict, quotation]);
    expect(verdicts).toEqual([
      ['altered', 'they gathered opposition forces and funded them'],
      ['exact', 'They gathered opposition forces and financed them'],
    ]);
    expect(answerIn(result)).toMatchObject({ command: 'Verify quotes', options: { message } });
  });

  it('refuse a draft that is too long, and one that is no text', async () => {
    const { client } = await connected();
    const long = await call(client, 'verify_quotes', { message: 'a'.repeat(25_001) });
    expect([long.isError, textIn(long)]).toEqual([true, '`message` must be at most 25,000 characters long.']);
    expect(answerIn(await call(client, 'verify_quotes', { message: 'a'.repeat(25_000) })).outcome).toBe(
      'answered',
    );
    const missing = await call(client, 'verify_quotes');
    expect([missing.isError, textIn(missing)]).toEqual([true, '`message` is required.']);
    const none = await call(client, 'verify_quotes', { message: ['a'] });
    expect([none.isError, textIn(none)]).toEqual([true, '`message` must be text.']);
    expect(answerIn(none).options).toEqual({});
  });

  it('show the first fifty passages of a long document, and say how many there are', async () => {
    const paragraphs = Array.from({ length: 60 }, (_, at) => `Paragraph ${at + 1} is about boats.`);
    const { client } = await connected(folderOf({ 'long.txt': paragraphs.join('\n\n') }));
    const result = await call(client, 'source', { id: 'long' });
    expect(answerIn(result).excerpts).toHaveLength(MAX_EXCERPTS);
    const text = textIn(result);
    expect(text).toContain('Paragraph 50 is');
    expect(text).not.toContain('Paragraph 51 is');
    expect(text).toMatch(/\n\nShowing the first 50 of 60 passages\.$/);
  });

  it('compare so many statements as fifty excerpts take, and say how many there are', async () => {
    const places =
      'harbour bridge school hospital railway airport library theatre stadium market bakery brewery';
    const more =
      'castle chapel cinema clinic college court dairy factory farm ferry forest fountain garage garden';
    const promises = `${places} ${more}`
      .split(' ')
      .map((place) => `“We will look after the old ${place} before the end of next year,”`);
    const { client } = await connected(
      folderOf({
        'a.txt': promises.map((one) => `${one} Smith told reporters, after months of silence.`).join('\n\n'),
        'b.txt': promises
          .map((one) => `In a letter to voters Smith promised: ${one} which few did.`)
          .join('\n\n'),
      }),
    );
    const result = await call(client, 'compare', {});
    const { comparison = [], part } = answerIn(result);
    const shown = comparison.length;
    const excerpts = comparison.map((row) => row.excerpts.length).reduce((sum, one) => sum + one, 0);
    expect(excerpts).toBeGreaterThanOrEqual(MAX_EXCERPTS);
    expect(part?.of).toBeGreaterThan(shown);
    expect(textIn(result)).toContain(
      `\n\nShowing the first ${shown} of ${part?.of} statements. Ask for a topic or a speaker to see others.`,
    );
  });

  it('say how to see more where nothing answers', async () => {
    const { client } = await connected(
      folderOf({
        '1.txt': 'The harbour that Borg built froze in January.\n\nBorg left the harbour.\n\nNobody skated.',
      }),
    );
    const question = 'What did Borg say about the harbour?';
    const result = await call(client, 'ask', { question });
    expect(answerIn(result)).toMatchObject({ outcome: 'nothing', offer: 'nearest' });
    expect(textIn(result)).toMatch(/: call again with nearest set to true$/);
    const nearest = await call(client, 'ask', { question, nearest: true });
    expect(answerIn(nearest).nearest?.length).toBeGreaterThan(0);
    expect(textIn(nearest)).not.toContain('call again');
  });
});

describe('a call', () => {
  it('of a tool that there is not is an error of the protocol, the moderators’ too', async () => {
    const { client } = await connected();
    for (const name of ['nope', 'corpus', 'corpus_reload', 'corpus reload', 'Verify quotes', '__proto__']) {
      await expect(client.callTool({ name })).rejects.toMatchObject({
        code: -32_602,
        message: `MCP error -32602: There is no tool ${name}.`,
      });
    }
  });

  it('may be one of many at once', async () => {
    const { client } = await connected();
    const ids = Array.from({ length: 60 }, (_, at) => `00${at % 2}#${(at % 9) + 1}`);
    const answers = await Promise.all(ids.map((id) => call(client, 'source', { id })));
    expect(answers.map((answer) => answerIn(answer).excerpts?.[0]?.passage)).toEqual(ids);
  });

  it('that is cancelled is not answered, not begun where it waits, and costs no other', async () => {
    const begun: string[] = [];
    let go = () => {};
    const gate = new Promise<void>((resolve) => {
      go = resolve;
    });
    const slow = defineCommand({
      name: 'slow',
      description: 'Waits',
      where: 'anywhere',
      options: z.strictObject({}),
      async answer() {
        begun.push('slow');
        await gate;
        return say('answered', 'Done.');
      },
    });
    const { client } = await connected(SEEDS, [slow]);
    const cancelling = new AbortController();
    const { signal } = cancelling;
    const kept = Array.from({ length: 4 }, () => call(client, 'slow'));
    const cancelled = client.callTool({ name: 'slow' }, undefined, { signal });
    const refused = expect(cancelled).rejects.toThrow('no longer wanted');
    await client.ping();
    cancelling.abort('no longer wanted');
    await refused;
    await client.ping();
    go();
    expect((await Promise.all(kept)).map(textIn)).toEqual(Array(4).fill('Done.'));
    expect(textIn(await call(client, 'slow'))).toBe('Done.');
    expect(begun).toHaveLength(5);
  });

  it('that breaks is told with an id that the log has, and the next is answered', async () => {
    const broken = defineCommand({
      name: 'broken',
      description: 'Breaks',
      where: 'anywhere',
      options: z.strictObject({}),
      answer() {
        throw new Error('a secret of the program');
      },
    });
    const { client, logged } = await connected(SEEDS, [broken, ...commands]);
    const result = await call(client, 'broken');
    expect(result.isError).toBe(true);
    expect(JSON.stringify(result)).not.toContain('secret');
    const { errorId } = logged.find(({ level }) => level === 50) ?? {};
    expect(textIn(result)).toContain(String(errorId));
    expect(answerIn(await call(client, 'quote', { topic: 'NGOs' })).outcome).toBe('answered');
  });
});
