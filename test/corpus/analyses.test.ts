import { describe, expect, it } from 'vitest';
import { Analyses } from '../../src/corpus/analyses.js';
import { Document } from '../../src/corpus/document.js';
import type { Passage } from '../../src/corpus/passage.js';
import { held } from '../support/memory.js';

const passagesOf = (text: string) => Document.of('1.txt', Buffer.from(text), text, {}).passages;

/** The numbers of the passages in which somebody of this name speaks. */
function speaking(text: string, name: string): number[] {
  const analyses = new Analyses();
  return passagesOf(text).flatMap((passage) => (analyses.isSpeaking(passage, name) ? [passage.number] : []));
}

it('nobody speaks in a passage that goes on with what they are said not to say', () => {
  expect(speaking('Stein said: “the road is closed.\n\n“It is open.”', 'Stein')).toEqual([1, 2]);
  expect(speaking('Stein never said: “the road is closed.\n\n“It is open.”', 'Stein')).toEqual([]);
  expect(speaking('Stein never said “the road is closed.”\n\n“It is open.”', 'Stein')).toEqual([]);
  expect(speaking('Stein did not answer:\n\n“It is open.”', 'Stein')).toEqual([]);
});

describe('the sentences of a passage', () => {
  it('end with their last word, counted over the passage', () => {
    const [, second] = passagesOf('First.\n\n“Rain fell.” The U.S. won’t say! … So?');
    const sentences = second ? new Analyses().sentencesOf(second) : [];
    expect(sentences.map(({ start, end }) => second?.text.slice(start, end))).toEqual([
      '“Rain fell.”',
      'The U.S. won’t say!',
      '… So?',
    ]);
    expect(sentences.map(({ lastWord }) => lastWord)).toEqual([2, 6, 7]);
  });

  it('are none of a passage without words or with one sign, or one without an end', () => {
    const [dots, bare] = passagesOf('…\n\nrain fell');
    const analyses = new Analyses();
    expect(dots && analyses.sentencesOf(dots)).toEqual([{ start: 0, end: 1, lastWord: 0 }]);
    expect(bare && analyses.sentencesOf(bare)).toEqual([{ start: 0, end: 9, lastWord: 2 }]);
  });

  it('are kept while there is room, 16 MiB of them in all', () => {
    // 12,000 sentences of 100 bytes each; thirteen such passages have room, fourteen have not.
    const passages = passagesOf(Array(14).fill('A b. '.repeat(12_000)).join('\n\n'));
    const analyses = new Analyses();
    const read = passages.slice(0, 13).map((passage) => analyses.sentencesOf(passage));
    const kept = (at: number) => passages[at] && analyses.sentencesOf(passages[at]) === read[at];
    expect(read[0]).toHaveLength(12_000);
    expect(kept(0)).toBe(true);
    if (passages[13]) analyses.sentencesOf(passages[13]);
    expect([kept(0), kept(1)]).toEqual([true, false]);
  });
});

describe('what is kept of passages', () => {
  it('takes no more than it may, however long the names of speakers are', () => {
    const name = `${'Ab'.repeat(20_000)}`;
    const passages = passagesOf(Array(260).fill(`“Rain fell on the land today,” said ${name}.`).join('\n\n'));
    const analyses = new Analyses();
    for (const passage of passages) expect(analyses.utterancesOf(passage)[0]?.speaker).toBe(name);
    // Each takes 160,000 bytes and some hundred: 104 have room in 16 MiB.
    expect(analyses.keptBytes).toBeGreaterThan(16e6);
    expect(analyses.keptBytes).toBeLessThanOrEqual(16 * 2 ** 20);
  });

  it('does not keep their documents in memory', async () => {
    const analyses = new Analyses();
    const documents = Array.from({ length: 4 }, (_, at) => {
      const [passage] = passagesOf(
        `“Rain ${at} fell,” said Anna Maria Borg-Smith.\n\n${'Sun. '.repeat(1_000)}`,
      );
      expect(passage && analyses.utterancesOf(passage)).toHaveLength(1);
      expect(passage && analyses.sentencesOf(passage)).toHaveLength(1);
      return new WeakRef((passage as Passage).document);
    });
    await held();
    expect(documents.filter((document) => document.deref())).toEqual([]);
    expect(analyses.keptBytes).toBeGreaterThan(0);
  });
});

describe('what is said in a passage', () => {
  /** By who says it, what stands inside quotation marks, and what outside of them. */
  function utterances(text: string) {
    const passage = passagesOf(text).at(-1);
    const own = passage?.text ?? '';
    return new Analyses()
      .utterancesOf(passage as Passage)
      .map(({ speaker, quoted, reported }) => [
        speaker,
        quoted.map(({ start, end }) => own.slice(start, end)),
        reported.map(({ start, end }) => own.slice(start, end)),
      ]);
  }

  it.each([
    ['Rain fell.', []],
    [
      '“Rain.” So. “Sun,” Borg said.',
      [
        ['Borg', ['Sun,'], [' Borg said.']],
        ['', ['Rain.'], []],
      ],
    ],
    ['“Rain,” Borg said, “fell.” Sun.', [['Borg', ['Rain,', 'fell.'], [' Borg said, ']]]],
    ['Borg called rain “dear.”', [['Borg', ['dear.'], ['Borg called rain ']]]],
    [
      'Borg said rain fell, but Holm said it stayed.',
      [
        ['Borg', [], ['Borg said rain fell, but ']],
        ['Holm', [], ['Holm said it stayed.']],
      ],
    ],
    [
      'Rain fell, Borg said; it stayed, Holm said.',
      [
        ['Borg', [], ['Rain fell, Borg said']],
        ['Holm', [], ['; it stayed, Holm said.']],
      ],
    ],
    [
      'Borg said rain fell, and he added it stayed.',
      [['Borg', [], ['Borg said rain fell, and he added it stayed.']]],
    ],
    ['“Sun,” said Borg. “Rain.\n\n“And snow.”', [['Borg', ['And snow.'], []]]],
  ])('is told apart by who says it: %j', (text, wanted) => {
    expect(utterances(text)).toEqual(wanted);
  });
});

describe('who speaks in a passage', () => {
  const text =
    '“Rain,” said Ada Borg.\n\nCarl Borg did not speak of rain.\n\nBorg’s aide said so.\n\n“Sun,” Dr. Borg’s told me.\n\nRain fell.';

  it('is who is named next to a verb of saying, by all of the name or a part of it', () => {
    expect(speaking(text, 'Borg')).toContain(1);
    expect(speaking(text, 'ADA BORG')).toEqual([1]);
    expect(speaking(text, 'Ada Borg’s')).toEqual([1]);
    expect(speaking(text, 'Carl Borg')).toEqual([]);
    expect(speaking(text, 'Mrs. Ada Borg')).toEqual([1]);
    expect(speaking(text, 'Borg')).not.toContain(3);
    for (const nobody of ['', '…', 'Bo', 'she']) expect(speaking(text, nobody)).toEqual([]);
  });

  it.each(['“”', '""', '„“', '«»', '「」', '❝❞', '＂＂'])('goes on in the next paragraphs in %s', (marks) => {
    const [open, close] = marks;
    const goesOn = `“Rain,” said Carl. ${open}It falls.\n\n${open}And falls.\n\n${open}And ends.${close}\n\n${open}Sun,${close} said Ada.`;
    expect(speaking(goesOn, 'Carl')).toEqual([1, 2, 3]);
    expect(speaking(goesOn, 'Ada')).toEqual([4]);
  });

  it.each([
    ['after a colon', 'Carl said on Monday:\n\n“It falls.”'],
    ['after a colon, for as many as leave their mark open', 'Carl said:\n\n“It falls.\n\n“And falls.”'],
    ['after what is theirs alone', '“Rain,” said Carl. “It falls.”\n\n“And falls.”'],
  ])('goes on in a paragraph that is one quotation, %s', (_, text) => {
    const all = text.split('\n\n').map((_paragraph, at) => at + 1);
    expect(speaking(text, 'Carl')).toEqual(all);
  });

  it.each([
    ['after a question', '“Rain?” asked Carl.\n\n“It falls.”'],
    ['after two speakers', '“Rain,” said Ada. “It falls,” said Carl.\n\n“And falls.”'],
    ['in what is no sentence', '“Rain,” said Carl.\n\n“Read more”'],
    ['in what holds more than a quotation', '“Rain,” said Carl.\n\n“It falls.” Then it stopped.'],
    ['in a second paragraph', '“Rain,” said Carl.\n\n“It falls.”\n\n“And falls.”'],
    ['after a paragraph that quotes nobody', 'Carl left.\n\n“It falls.”'],
  ])('does not go on %s', (_, text) => {
    expect(speaking(text, 'Carl')).not.toContain(text.split('\n\n').length);
  });

  it('has all of a turn in a transcript', () => {
    expect(speaking('CARL: It falls. He said that it falls.\n\nADA: No.', 'Carl')).toEqual([1]);
  });
});
