import { describe, expect, it } from 'vitest';
import { answerKind, hasKind, isFraming } from '../../../src/languages/english/questions.js';

it.each([
  ['When was it aired?', 'date'],
  ['In what year did it end?', 'date'],
  ['How many people came?', 'number'],
  ['How old is he?', 'number'],
  ['Who said so?', 'name'],
  ['Why did they go?', undefined],
])('%s asks for a %s', (question, kind) => {
  expect(answerKind(question)).toBe(kind);
});

it.each([
  ['It ended on 3 May.', 'date', true],
  ['It ended in the 19th century.', 'date', true],
  ['It may end soon.', 'date', false],
  ['Three came.', 'number', true],
  ['Some came.', 'number', false],
  ['Then Smith left.', 'name', true],
  ['Then everybody left.', 'name', false],
] as const)('“%s” has a %s: %s', (sentence, kind, has) => {
  expect(hasKind(sentence, kind)).toBe(has);
});

describe('the words that only ask', () => {
  it('are verbs of saying, and how much', () => {
    const question = 'How many did he say came to the many rallies'.split(' ');
    expect(question.filter((_, at) => isFraming(question, at))).toEqual(['many', 'say']);
  });
});
