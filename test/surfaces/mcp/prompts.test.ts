import { expect, it } from 'vitest';
import { messages } from '../../../src/messages/index.js';
import { connected } from '../../support/mcp.js';

it('prompts ask for exact quotations, for citations, and to check them by a tool that there is', async () => {
  const { client } = await connected();
  const { prompts } = await client.listPrompts();
  expect(prompts.map(({ name }) => name)).toEqual(['quote-exactly', 'check-quotations']);
  const { tools } = await client.listTools();
  const names = tools.map(({ name }) => name);
  for (const { name, arguments: [argument] = [] } of prompts) {
    const given = { [argument?.name ?? '']: 'the old bridge' };
    const { messages: said } = await client.getPrompt({ name, arguments: given });
    expect(said).toHaveLength(1);
    const [{ role, content } = { role: '', content: undefined }] = said;
    const text = content?.type === 'text' ? content.text : '';
    expect(role).toBe('user');
    expect(text).toMatch(/\nthe old bridge$/);
    expect(text).toContain('verify_quotes');
    for (const [tool] of text.matchAll(/\b(?:quote|ask|compare|verify|source)(?:_\w+)?\b/g)) {
      if (tool !== 'quote' || text.includes('tools quote,')) expect(names).toContain(tool);
    }
  }
  const exact = await client.getPrompt({ name: 'quote-exactly', arguments: { topic: 'x' } });
  expect(JSON.stringify(exact)).toMatch(/character for character.*Cite each quotation/);
});

it('an assistant is told how to quote when it connects', async () => {
  const { client } = await connected();
  expect(client.getInstructions()).toBe(messages.mcp.instructions);
  expect(client.getInstructions()).toMatch(/character for character[\s\S]*verify_quotes/);
});

it.each([
  ['nothing', {}, 'There is no prompt nothing.'],
  ['quote-exactly', {}, '`topic` is required.'],
  ['quote-exactly', { topic: ' ' }, '`topic` must not be empty.'],
  ['quote-exactly', { topic: 'x', mood: 'y' }, 'There is no option `mood` here; leave it out.'],
  ['quote-exactly', { topic: 'x'.repeat(4_001) }, '`topic` must be at most 4,000 characters long.'],
  ['check-quotations', { text: 'x'.repeat(25_001) }, '`text` must be at most 25,000 characters long.'],
])('the prompt %s with %j is an error of the protocol', async (name, given, message) => {
  const { client } = await connected();
  await expect(client.getPrompt({ name, arguments: given })).rejects.toMatchObject({
    code: -32_602,
    message: `MCP error -32602: ${message}`,
  });
});

it('arguments are completed as far as something is known of them', async () => {
  const { client } = await connected();
  const prompt = { type: 'ref/prompt' as const, name: 'quote-exactly' };
  const template = (uri: string) => ({ type: 'ref/resource' as const, uri });
  const values = async (request: Parameters<typeof client.complete>[0]) =>
    (await client.complete(request)).completion.values;
  expect(await values({ ref: prompt, argument: { name: 'topic', value: 'oppositi' } })).toContain(
    'opposition',
  );
  expect(
    await values({ ref: template('verbatim://document/{id}'), argument: { name: 'id', value: '00' } }),
  ).toEqual(['000', '001']);
  const passage = template('verbatim://passage/{id}/{number}');
  const number = { name: 'number', value: '1' };
  const context = { arguments: { id: '001' } };
  expect(await values({ ref: passage, argument: number, context })).toEqual(['1', '10', '11']);
  expect(await values({ ref: passage, argument: number })).toEqual([]);
  const text = { name: 'text', value: 'x' };
  expect(await values({ ref: { ...prompt, name: 'check-quotations' }, argument: text })).toEqual([]);
  for (const ref of [{ ...prompt, name: 'nothing' }, template('verbatim://nothing/{id}')]) {
    await expect(client.complete({ ref, argument: number })).rejects.toMatchObject({ code: -32_602 });
  }
});
