import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { commands } from '../../../commands/index.js';
import { MAX_CHOICE_NAME, MAX_CHOICES } from '../../../src/command/choices.js';
import { type Command, defineCommand } from '../../../src/command/command.js';
import { shownOptions } from '../../../src/command/option.js';
import { signatures } from '../../../src/command/signature.js';
import { MAX_URL } from '../../../src/corpus/source.js';
import { MAX_DESCRIPTION } from '../../../src/picture/draw.js';
import { say } from '../../../src/reply/reply.js';
import { declarationOf } from '../../../src/surfaces/discord/declaration.js';
import { LIMITS, OverLimitError } from '../../../src/surfaces/discord/limits.js';
import { type CommandBody, commandProblems } from '../../discord-server/rules.js';

/** What goes over the wire for the command `name`. */
function told(name: string): unknown {
  const command = commands.find((one) => one.name === name);
  return command && JSON.parse(JSON.stringify(declarationOf(command)));
}

/** A command with these options. */
function commandWith(shape: z.ZodRawShape, more: Partial<Command> = {}): Command {
  const [name, description] = ['made-up', 'Made up'];
  const answer = () => say('answered', 'Yes.');
  return {
    ...defineCommand({ name, description, where: 'anywhere', options: z.strictObject(shape), answer }),
    ...more,
  };
}

const ANYWHERE = { contexts: [0, 1, 2], integration_types: [0, 1] };
const text = (name: string, description: string, max_length: number) => ({
  type: 3,
  name,
  description,
  required: false,
  max_length,
});
const flag = (name: string, description: string) => ({ type: 5, name, description, required: false });

describe('Discord is told', () => {
  it('of a command with its options', () => {
    expect(told('quote')).toStrictEqual({
      ...ANYWHERE,
      type: 1,
      name: 'quote',
      description: 'The most relevant passages on a topic, word for word, with their sources',
      options: [
        { ...text('topic', 'Topic, in a few words', 4000), required: true, autocomplete: true },
        {
          ...text('outlet', 'Only this outlet, or the document with this id', 100),
          autocomplete: true,
        },
        text('from', 'Published on or after this date: YYYY-MM-DD, YYYY-MM or YYYY', 10),
        text('to', 'Published on or before this date: YYYY-MM-DD, YYYY-MM or YYYY', 10),
        flag('said', 'Only where the words are inside quotation marks'),
        {
          ...text('speaker', 'Only what this speaker is named as saying', 100),
          autocomplete: true,
        },
        flag('private', 'Only you see the answer'),
      ],
    });
  });

  it('of a quotation as long as it lets anybody type', () => {
    expect(told('verify')).toMatchObject({
      options: [{ name: 'quote', max_length: 6000 }, { name: 'private' }],
    });
  });

  it('of whole numbers with their range', () => {
    expect(told('source')).toMatchObject({
      options: [
        { name: 'id', type: 3, required: true, autocomplete: true, max_length: 100 },
        { name: 'context', type: 4, required: false, min_value: 0, max_value: 5 },
        { name: 'private', type: 5 },
      ],
    });
  });

  it('of the subcommands of a moderators’ command, which it shows in servers to those who manage them', () => {
    expect(told('corpus')).toMatchObject({
      contexts: [0],
      integration_types: [0],
      default_member_permissions: '32',
      type: 1,
      name: 'corpus',
      description: 'The documents that the bot answers from',
    });
    const { options: subcommands = [] } = told('corpus') as CommandBody;
    expect(subcommands.every(({ type }) => type === 1)).toBe(true);
    const optionsOf = (name: string) => subcommands.find((one) => one.name === name)?.options ?? [];
    const called = (name: string) => optionsOf(name).map((option) => option.name);
    expect(subcommands.map(({ name }) => name)).toEqual([
      'add',
      'edit',
      'remove',
      'list',
      'reload',
      'status',
    ]);
    expect(optionsOf('reload')).toStrictEqual([
      flag('full', 'Read every file, even those whose size and date have not changed'),
    ]);
    expect(optionsOf('status')).toEqual([]);
    const source = ['outlet', 'title', 'author', 'date', 'address', 'language', 'encoding'];
    expect(called('add')).toEqual(['file', ...source, 'id', 'text', 'replace']);
    expect(called('edit')).toEqual(['document', ...source]);
    expect(called('remove')).toEqual(['document', 'confirm']);
    expect(optionsOf('list')).toMatchObject([{ name: 'page', type: 4, min_value: 1, max_value: 10_000 }]);
    expect(optionsOf('add').find(({ name }) => name === 'text')).toMatchObject({ max_length: 6000 });
    expect(optionsOf('edit').find(({ name }) => name === 'address')).toMatchObject({ max_length: 2000 });
  });

  it('of a file as one that is attached, and of what a subcommand needs as required there alone', () => {
    const { options: subcommands = [] } = told('corpus') as CommandBody;
    const [add, edit] = subcommands;
    expect(add?.options?.[0]).toStrictEqual({
      type: 11,
      name: 'file',
      description: 'The file: attach it here, or leave it out to paste a text',
      required: false,
    });
    expect(edit?.options?.[0]).toMatchObject({ name: 'document', required: true, autocomplete: true });
    expect(add?.options?.map(({ name }) => name)).not.toContain('document');
  });

  it('of a command on a message by its name alone', () => {
    expect(told('Verify quotes')).toStrictEqual({ ...ANYWHERE, type: 3, name: 'Verify quotes' });
  });

  it('of the values of an option that takes few, and of the least length where that is more than any', () => {
    const order = z.enum(['newest', 'oldest']).register(shownOptions, { description: 'What comes first' });
    const code = z.string().min(3).max(5).register(shownOptions, { description: 'A code' });
    expect(declarationOf(commandWith({ order, code }))).toMatchObject({
      options: [
        {
          type: 3,
          choices: [
            { name: 'newest', value: 'newest' },
            { name: 'oldest', value: 'oldest' },
          ],
        },
        { type: 3, min_length: 3, max_length: 5 },
      ],
    });
  });

  it('of every command in a form that it takes, and of no option that the command does not have', () => {
    const declared = commands.map(declarationOf);
    expect(commandProblems(declared as CommandBody[])).toEqual([]);
    for (const { command, options, subcommand } of signatures(commands)) {
      const { options: all = [] } = declarationOf(command) as CommandBody;
      const own = subcommand === undefined ? all : all.find(({ name }) => name === subcommand)?.options;
      expect(own?.map(({ name }) => name)).toEqual(options.map(({ name }) => name));
    }
  });

  it.each<[string, Command]>([
    ['a name that is too long', commandWith({}, { name: 'x'.repeat(33) })],
    ['a description that is too long', commandWith({}, { description: 'x'.repeat(101) })],
    [
      'an option that is longer than it lets anybody type',
      commandWith({ a: z.string().max(6001).register(shownOptions, { description: 'A' }) }),
    ],
    [
      'more options than it shows',
      commandWith(
        Object.fromEntries(
          Array.from({ length: 26 }, (_, at) => [
            `o${at}`,
            z.boolean().register(shownOptions, { description: 'One of many' }),
          ]),
        ),
      ),
    ],
    [
      'more values than it shows',
      commandWith({
        a: z
          .enum(Array.from({ length: 26 }, (_, at) => `value ${at}`))
          .register(shownOptions, { description: 'A' }),
      }),
    ],
    [
      'more text in all than it keeps',
      commandWith(
        Object.fromEntries(
          Array.from({ length: 20 }, (_, option) => [
            `o${option}`,
            z
              .enum(Array.from({ length: 25 }, (__, at) => `value ${at} of ${option}`))
              .register(shownOptions, { description: 'A' }),
          ]),
        ),
      ),
    ],
  ])('of no command with %s', (_, command) => {
    expect(() => declarationOf(command)).toThrow(OverLimitError);
  });
});

it('what the rooms below allow, Discord takes', () => {
  expect(MAX_CHOICES).toBeLessThanOrEqual(LIMITS.choices);
  expect(MAX_CHOICE_NAME).toBeLessThanOrEqual(LIMITS.choice);
  expect(MAX_URL).toBeLessThanOrEqual(LIMITS.embedUrl);
  expect(MAX_DESCRIPTION).toBeLessThanOrEqual(LIMITS.attachmentDescription);
});
