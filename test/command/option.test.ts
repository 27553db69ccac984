import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { declaredOptions, shownOptions } from '../../src/command/option.js';
import { subcommands, subcommandsOf } from '../../src/command/subcommands.js';

const shown = <Schema extends z.ZodType>(schema: Schema, description: string, suggests?: true) => {
  shownOptions.add(schema, { description, ...(suggests && { suggests }) });
  return schema;
};

describe('the options of a command', () => {
  it('are what its schema checks, in its order, each with what is said of it', () => {
    const schema = z.strictObject({
      topic: shown(z.string().trim().min(1).max(40), 'The topic', true),
      order: shown(z.enum(['newest', 'oldest']), 'The order').optional(),
      context: shown(z.int().min(0).max(5).default(0), 'The context'),
      private: shown(z.boolean().default(false), 'For you alone'),
    });
    expect(declaredOptions(schema)).toStrictEqual([
      {
        name: 'topic',
        kind: 'text',
        description: 'The topic',
        required: true,
        suggests: true,
        minLength: 1,
        maxLength: 40,
      },
      {
        name: 'order',
        kind: 'text',
        description: 'The order',
        required: false,
        choices: ['newest', 'oldest'],
      },
      {
        name: 'context',
        kind: 'whole number',
        description: 'The context',
        required: false,
        minimum: 0,
        maximum: 5,
      },
      { name: 'private', kind: 'yes or no', description: 'For you alone', required: false },
    ]);
  });

  it('keep what is said of them where another command takes them or not', () => {
    const topic = shown(z.string(), 'The topic', true);
    const [here] = declaredOptions(z.strictObject({ topic }));
    const [there] = declaredOptions(z.strictObject({ topic: topic.optional() }));
    expect(there).toStrictEqual({ ...here, required: false });
  });

  it('are none that nobody could type, or that nothing is said of', () => {
    expect(() => declaredOptions(z.strictObject({ a: shown(z.array(z.string()), 'Many') }))).toThrow(
      'The option a is neither text, whole number nor boolean',
    );
    expect(() => declaredOptions(z.strictObject({ a: z.string() }))).toThrow(
      'The option a has no description',
    );
  });

  it('do not count the subcommand among them, which has a list of its own', () => {
    const schema = z.strictObject({ subcommand: subcommands({ begin: 'Begins', end: 'Ends' }) });
    expect(declaredOptions(schema)).toEqual([]);
    expect(subcommandsOf(schema)).toEqual([
      ['begin', 'Begins'],
      ['end', 'Ends'],
    ]);
    expect(subcommandsOf(z.strictObject({}))).toEqual([]);
    expect(schema.safeParse({ subcommand: 'begin' })).toMatchObject({ success: true });
    expect(schema.safeParse({}).error?.issues[0]?.message).toBe('must be begin or end');
  });
});
