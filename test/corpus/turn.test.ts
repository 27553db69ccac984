import { describe, expect, it } from 'vitest';
import { Analyses } from '../../src/corpus/analyses.js';
import { Document } from '../../src/corpus/document.js';
import { readSeeds, type Seeds } from '../../src/corpus/seeds.js';
import { turnOf } from '../../src/corpus/turn.js';
import { folderOf } from '../support/folder.js';
import { ask } from '../support/session.js';

const documentOf = (text: string) => Document.of('1.txt', Buffer.from(text), text, {});

/** Of each passage, whose turn it is: a name, `?` for a turn that names nobody, and `-` for no turn. */
function turnsOf(text: string): string[] {
  const document = documentOf(text);
  return document.passages.map((passage) => {
    const turn = turnOf(passage);
    if (!turn) return '-';
    return turn.speaker ? text.slice(turn.speaker.start, turn.speaker.end) : '?';
  });
}

/** Who speaks in each passage, as filters by a speaker ask. */
function speaking(text: string, name: string): number[] {
  const analyses = new Analyses();
  return documentOf(text)
    .passages.filter((passage) => analyses.isSpeaking(passage, name))
    .map(({ number }) => number);
}

describe('a turn of a transcript', () => {
  it.each([
    ['PUTIN: It is.\nSTONE: So?\nPUTIN: Yes.', ['PUTIN', 'STONE', 'PUTIN']],
    ['Ada Borg: It is.\n\nJon Holm: So?\n\nAda Borg: Yes.', ['Ada Borg', 'Jon Holm', 'Ada Borg']],
    ['Q: Is it?\nA: It is.\nQ: So?\nA: Yes.', ['?', '?', '?', '?']],
    ['Q: Is it?\nMR. BORG: It is.\nQ: So?\nMR. BORG: Yes.', ['?', 'MR. BORG', '?', 'MR. BORG']],
    ['[00:10] Borg: It is.\n[00:12] Holm: So?\n[00:15] Borg: Yes.', ['Borg', 'Holm', 'Borg']],
  ])('has its speaker by its label: %j', (text, turns) => {
    expect(turnsOf(text)).toEqual(turns);
  });

  it('goes on in further paragraphs, up to the next label', () => {
    const text = 'BORG: It is.\n\nIt was.\n\nHOLM: So?\n\nBORG: Yes.';
    expect(turnsOf(text)).toEqual(['BORG', 'BORG', 'HOLM', 'BORG']);
    expect(turnsOf('Q: Is it?\n\nWas it?\n\nBORG: Yes.\n\nQ: So?')).toEqual(['?', '?', 'BORG', '?']);
  });

  it('goes on for no more than 30 paragraphs', () => {
    const text = (more: number) =>
      `${'BORG: Yes.\n\nHOLM: No.\n\n'.repeat(20)}${'It was.\n\n'.repeat(more)}BORG: So?`;
    const first = (more: number) => turnsOf(text(more))[40];
    expect(first(30)).toBe('HOLM');
    expect(first(31)).toBe('-');
  });

  it('is nobody’s before the first label, below the last turn, in a heading and in an aside', () => {
    const text =
      'Here is the talk.\n\nBORG: It is.\n\n(Applause.)\n\nThe second day\n\nHOLM: So?\n\nBORG: Yes.\n\nIt was recorded.';
    expect(turnsOf(text)).toEqual(['-', 'BORG', '-', '-', 'HOLM', 'BORG', '-']);
  });

  it('is nobody’s where another speaks in the same paragraph, nor in further ones', () => {
    const text =
      'BORG: It is. So it was. HOLM: Never.\n\nIt was.\n\nHOLM: “So?” BORG: Yes: so.\n\nBORG: I said it. Note: it was.';
    expect(turnsOf(text)).toEqual(['?', '?', '?', 'BORG']);
    expect(turnsOf('BORG: It is.\n\nIt was. HOLM: No.\n\nBORG: Yes. Yes. BORG: Yes.')).toEqual([
      'BORG',
      '?',
      'BORG',
    ]);
    expect(speaking(text, 'Holm')).not.toContain(2);
    expect(speaking(text, 'Borg')).not.toContain(2);
  });

  it('is told in paragraphs of 20,000 characters, and behind labels with full stops', () => {
    const text = (length: number) =>
      `BORG: ${'It is. '.repeat(4_000).slice(0, length - 'BORG: '.length)}: no.\n\nHOLM: So?\n\nBORG: Yes.`;
    expect(turnsOf(text(20_000))[0]).toBe('BORG');
    expect(turnsOf(text(20_001))[0]).toBe('?');
    expect(turnsOf('BORG: It is. MR. J. HOLM: No.\n\nBORG: So?\n\nBORG: Yes.')[0]).toBe('?');
  });

  it('is of somebody who has the name of a month', () => {
    const text = 'April: It is.\n\nMay Borg: So?\n\nApril: Yes.\n\nMay Borg: No.';
    expect(turnsOf(text)).toEqual(['April', 'May Borg', 'April', 'May Borg']);
  });

  it.each([
    'Note: It is.\n\nNote: It was.\n\nNote: So.',
    'The dam: a history.\n\nThe town: a guide.',
    'Ada Borg: It is.\n\nRain fell.',
    'Monday: It rained.\n\nTuesday: It was dry.\n\nMonday: It rained again.',
    'May 12: It rained.\n\nDay 3: It was dry.\n\nMay 12: It rained again.',
    `BORG: It is.\n\nBORG: It was.\n\n${'Rain fell.\n\n'.repeat(7)}`,
  ])('is none where a text is no transcript: %j', (text) => {
    expect(new Set(turnsOf(text))).toEqual(new Set(['-']));
  });
});

describe('who speaks in a transcript', () => {
  const TALK = 'Ada Borg: It is.\n\nIt was, as Holm said.\n\nHolm: So?\n\nAda Borg: Yes.\n\nBorg left.';

  it('is whoever’s turn it is, in the further paragraphs of it too', () => {
    expect(speaking(TALK, 'Borg')).toEqual([1, 2, 4]);
    expect(speaking(TALK, 'Holm')).toEqual([3]);
  });

  it('says all of a turn', () => {
    const [, further] = documentOf(TALK).passages;
    const [utterance, ...more] = further ? new Analyses().utterancesOf(further) : [];
    expect(utterance?.speaker).toBe('Ada Borg');
    expect(utterance?.reported.map(({ start, end }) => further?.text.slice(start, end))).toEqual([
      'It was, as Holm said.',
    ]);
    expect(more).toEqual([]);
  });
});

describe('the voice of a subtitle', () => {
  const vtt = (...cues: string[]) =>
    `WEBVTT\n\n${cues.map((cue, at) => `00:${10 + at * 9}.000 --> 00:${11 + at * 9}.000\n${cue}`).join('\n\n')}\n`;
  const WORDS = 'The dam is safe for all of us.';
  const quote = (folder: string, speaker: string) =>
    ask(JSON.stringify({ command: 'quote', options: { topic: 'dam', speaker } }), folder);

  it.each([['Ada Borg'], ['ada_b'], ['Dr. Borg, MD: Lund'], ['B'.repeat(300)]])(
    'is who says its words, if it is the only one of the file: %s',
    async (voice) => {
      const folder = folderOf({ '1.vtt': vtt('It rained.', `<v ${voice}>${WORDS}</v>`, 'The dam leaks.') });
      const { verdicts = [] } = await ask(`/verify quote:${WORDS}`, folder);
      expect(verdicts.map((one) => [one.verdict, one.excerpts[0]?.speaker?.text])).toEqual([
        ['exact', voice],
      ]);
      const asked = voice.slice(0, 50);
      const found = (await quote(folder, asked)).excerpts?.map(({ text }) => text);
      expect(found).toEqual(asked === voice ? [`${voice}: ${WORDS}`] : undefined);
      expect((await quote(folder, 'Lindgren')).excerpts ?? []).toEqual([]);
    },
  );

  it('does not make labels of what other cues begin with, and words without a tag are nobody’s', async () => {
    const folder = folderOf({ '1.vtt': vtt(`<v Ada Borg>It rained.`, `Sign: ${WORDS}`, '<v Ada Borg>Yes.') });
    const { verdicts = [] } = await ask(`/verify quote:${WORDS}`, folder);
    expect(verdicts[0]?.excerpts).toHaveLength(1);
    expect(verdicts[0]?.excerpts[0]?.speaker ?? null).toBeNull();
    expect((await quote(folder, 'Sign')).excerpts ?? []).toEqual([]);
    expect((await quote(folder, 'Borg')).excerpts ?? []).toEqual([]);
  });

  it('is known again where the text was kept', async () => {
    const folder = folderOf({ '1.vtt': vtt(`<v Ada Borg>${WORDS}`) });
    for (let times = 0; times < 2; times++) {
      expect((await quote(folder, 'Borg')).excerpts).toHaveLength(1);
      expect((await readSeeds(folder)) as Seeds).toMatchObject({
        documents: [{ voices: new Set(['Ada Borg']) }],
      });
    }
  });
});
