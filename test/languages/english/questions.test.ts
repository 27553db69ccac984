import { describe, expect, it } from 'vitest';
import { answerKind, askedSpeaker, hasKind, isFraming } from '../../../src/languages/english/questions.js';

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
  expect(hasKind(sentence, kind, new Set())).toBe(has);
});

describe('a thing of the kind asked for', () => {
  it.each([
    ['Smith left with Borg.', 'name', ['borg'], false],
    ['Smith left with Borg.', 'name', ['smith'], true],
    ['Of 12 boats 12 sank.', 'number', ['12'], false],
    ['Of 12 boats nine sank.', 'number', ['12'], true],
    ['It ended in 1931.', 'date', ['1931'], false],
    ['It ended in May 1931.', 'date', ['1931'], true],
  ] as const)('is none that the question has: “%s” (%s, %j)', (sentence, kind, asked, has) => {
    expect(hasKind(sentence, kind, new Set(asked))).toBe(has);
  });

  it('is no capital that begins the sentence, and no function word', () => {
    expect(hasKind('Smith left.', 'name', new Set())).toBe(false);
    expect(hasKind('And then The end.', 'name', new Set())).toBe(false);
  });
});

describe('the one whose words a question asks for', () => {
  const asked = (question: string): string | undefined => {
    const words = question.split(' ');
    const found = askedSpeaker(words);
    return found && words.slice(...found).join(' ');
  };

  it.each([
    ['What did Borg say about boats', 'Borg'],
    ['What did Mayor Owen Borg tell the board', 'Mayor Owen Borg'],
    ['What has Borg said about boats', 'Borg'],
    ['What does the mayor of Ekeby say', 'the mayor of Ekeby'],
    ['WHAT DID BORG SAY', 'BORG'],
  ])('“%s”: %s', (question, who) => {
    expect(asked(question)).toBe(who);
  });

  it.each([
    'Who said so',
    'What did Borg do',
    'What did say',
    'Borg said that boats would',
    'What did the man who had once been mayor there say',
  ])('“%s” asks for nobody’s', (question) => {
    expect(asked(question)).toBeUndefined();
  });
});

describe('the words that only ask', () => {
  it('are verbs of saying, and how much', () => {
    const question = 'How many did he say came to the many rallies'.split(' ');
    expect(question.filter((_, at) => isFraming(question, at))).toEqual(['many', 'say']);
  });
});
