import { describe, expect, it } from 'vitest';
import { compareWordings } from '../../src/compare/comparison.js';
import { libraryOf } from '../support/folder.js';
import { statementsIn } from '../support/statements.js';

const FIRST = 'The mayor said: “They gathered opposition forces and financed them in every town,” and left.';
const SECOND =
  '“They gathered opposition forces and funded them in every town,” the mayor claimed on Monday.';

async function compared(...texts: string[]) {
  const library = await libraryOf(Object.fromEntries(texts.map((text, at) => [`${at + 1}.txt`, text])));
  const [statement = []] = await statementsIn(library);
  const comparison = await compareWordings(statement, library.engine);
  const cut = (span: { start: number; end: number } | null, at: number) =>
    span && statement[at]?.document.text.slice(span.start, span.end);
  return { comparison, cut };
}

describe('a comparison', () => {
  it('shows word by word where outlets print a quotation differently', async () => {
    const { comparison, cut } = await compared(FIRST, SECOND);
    const [quotation] = comparison.quotations;
    expect(quotation?.kind).toBe('different');
    expect(
      quotation?.differences.map(({ first, second }) => [
        cut(first.span, first.wording),
        cut(second.span, second.wording),
      ]),
    ).toEqual([['financed', 'funded']]);
  });

  it('shows what two documents of one outlet print differently, and counts outlets', async () => {
    const library = await libraryOf({
      '1.txt': FIRST,
      '2.txt': SECOND,
      '3.txt': `Then: ${FIRST}`,
      'sources.json': JSON.stringify({
        '1.txt': { outlet: 'A' },
        '2.txt': { outlet: 'A' },
        '3.txt': { outlet: 'B' },
      }),
    });
    const [statement = []] = await statementsIn(library);
    expect((await compareWordings(statement, library.engine)).quotations).toMatchObject([
      { kind: 'different', differences: [{ second: { wording: 1 } }] },
    ]);
  });

  it('tells a quotation in the same words from one that stands in one outlet alone', async () => {
    const kinds = (await compared(`${FIRST} “Cats,” he said.`, `Then: ${FIRST}`)).comparison.quotations.map(
      ({ kind }) => kind,
    );
    expect(kinds).toEqual(['identical', 'alone']);
  });

  it('lists what introduces the statement, and who says it', async () => {
    const { comparison, cut } = await compared(FIRST, SECOND);
    expect(
      comparison.wordings.map(({ introductions }, at) => introductions.map((span) => cut(span, at))),
    ).toEqual([['The mayor said'], ['the mayor claimed']]);
    expect(comparison.quotations[0]?.speakers.map(cut)).toEqual(['The mayor', 'the mayor']);
  });

  it('lists no words that introduce nothing, or say that it is not said', async () => {
    const told = async (...sentences: string[]) => {
      const texts = sentences.map((one) => FIRST.replace('and left.', `and ${one}`));
      const { comparison, cut } = await compared(...texts, SECOND);
      return comparison.wordings[0]?.introductions.map((span) => cut(span, 0));
    };
    expect(await told('she added a wing to the hall.')).toEqual(['The mayor said']);
    expect(await told('she never said that it was late.')).toEqual(['The mayor said']);
    expect(await told('she added that it was late.')).toEqual(['The mayor said', 'she added that']);
    expect(await told('she called the hall “a jewel”.')).toEqual(['The mayor said', 'she called']);
  });

  it('names nobody as the speaker of what they are said not to say', async () => {
    const speakers = async (said: string) => {
      const text = `The mayor ${said} “we gathered the forces and financed them in every town,” and left.`;
      const { comparison, cut } = await compared(text, `Then: ${text}`);
      return comparison.quotations.flatMap((one) => one.speakers.map(cut));
    };
    expect(await speakers('said')).toEqual(['The mayor', 'The mayor']);
    expect(await speakers('never said')).toEqual([null, null]);
  });

  it('names the rarest words that tie the passages', async () => {
    const { comparison, cut } = await compared(FIRST, SECOND, 'The town has a mayor.\n\nForces of nature.');
    const words = comparison.ties.map(({ wording, span }) => cut(span, wording));
    expect(words).toEqual(expect.arrayContaining(['gathered', 'opposition']));
    expect(words).not.toContain('The');
  });

  it('counts words that another outlet has too', async () => {
    const { comparison } = await compared(FIRST, FIRST);
    expect(comparison.sharedWords).toBe(comparison.words);
    expect(comparison.words).toBeGreaterThan(20);
  });
});

describe('rows', () => {
  it('part what one outlet joins, and keep two statements on one topic apart', async () => {
    const a = 'He said: “We will never raise the taxes on bread in this town.”';
    const b = 'He also said: “The old bridge over the river will be closed by winter.”';
    const library = await libraryOf({ '1.txt': `${a}\n\n${b}\n\nThe bridge is old.`, '2.txt': `${a} ${b}` });
    const statements = await statementsIn(library);
    expect(statements.map((row) => row.map(({ id }) => id))).toEqual([
      ['1#1', '2#1'],
      ['1#2', '2#1'],
      ['1#3'],
    ]);
  });

  it('tie no passages of different stories by a motto or by names', async () => {
    const library = await libraryOf({
      '1.txt':
        'President Smith wants new coins by May. “In God we trust” is to be on all of them.\n\nCoins are round.',
      '2.txt':
        'Fans cheered as President Smith entered the stadium under a sign, “In God we trust,” in Ohio.\n\nGames are long.',
    });
    const statements = await statementsIn(library);
    for (const row of statements) expect(row).toHaveLength(1);
  });
});

describe('what a comparison shows', () => {
  it('takes for one quotation what has three fifths of the shorter one’s words in common', async () => {
    const kinds = async (first: string, second: string) => {
      const library = await libraryOf({
        '1.txt': `Varga said: “${first}.”`,
        '2.txt': `“${second},” said Varga.`,
      });
      const { quotations } = await compareWordings(library.passages, library.engine);
      return quotations.map(({ kind }) => kind);
    };
    const ten = 'nobody in this harbour will ever pay double for diesel';
    expect(await kinds(ten, 'nobody in this harbour will ever see cheap quiet boats')).toEqual(['different']);
    expect(await kinds(ten, 'nobody in this harbour will soon see cheap quiet boats')).toEqual([
      'alone',
      'alone',
    ]);
  });

  it('names the six rarest words in common, and no more', async () => {
    const text = 'Varga, Lindholm, ferry, harbour, diesel, museum, lighthouse and storm.';
    const { comparison } = await compared(text, text);
    expect(comparison.ties).toHaveLength(6);
  });
});
