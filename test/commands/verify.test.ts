import { describe, expect, it } from 'vitest';
import { folderOf } from '../support/folder.js';
import { ask, type JsonAnswer, sessionOver } from '../support/session.js';

const verify = (quote: string, folder?: string) =>
  ask(JSON.stringify({ command: 'verify', options: { quote } }), folder);

describe('/verify', () => {
  it('shows the document’s word where another was given, in both documents', async () => {
    const {
      verdicts = [],
      excerpts = [],
      message,
    } = await ask('/verify quote:They gathered opposition forces and funded them');
    const [verdict] = verdicts;
    expect(verdict?.verdict).toBe('altered');
    expect(message).toMatch(/^Altered: not what any document says\./);
    expect(excerpts.map(({ document }) => document)).toEqual(['000', '001']);
    for (const { text } of excerpts) expect(text).toContain('and financed them');
    expect(verdict?.differences.map(({ document, claimed, text }) => [document, claimed, text])).toEqual([
      ['000', 'funded', 'financed'],
      ['001', 'funded', 'financed'],
    ]);
  });

  it('says the verdict first, and nothing below takes it back', async () => {
    const messages = await Promise.all(
      [
        'They gathered opposition forces and financed them',
        'they gathered opposition forces and financed them',
        'They gathered … went to opposition rallies',
        'We have not engaged in any cyberattacks … They gathered opposition forces',
        'We have engaged in any cyberattacks',
        'The moon is made of green cheese',
        'a lie',
      ].map(async (quote) => (await verify(quote)).message),
    );
    expect(messages.map((message) => message.split(/[:.]/)[0])).toEqual([
      'Exact',
      'Typographic',
      'Elided',
      'Joined',
      'Altered',
      'Absent',
      'Too short to say whose words these are',
    ]);
  });

  it.each([
    ['„Wir gehen nach vorn und weiter“, sagte Müller.', 'exact'],
    ['Müller sagte in Bonn: „Wir gehen nach vorn und weiter“', 'exact'],
    ['« Wir gehen nach vorn und weiter », a déclaré Müller.', 'exact'],
    ['”Wir gehen nach vorn och weiter”, säger Müller.', 'altered'],
    ['Wir gehen nach vorn und weiter, sagte Müller.', 'altered'],
    ['„Der Damm hält, und er hält noch lange“, sagte Keller.', 'in-parts'],
  ])(
    'judges what stands inside of the quotation marks alone, in any language: %s',
    async (quote, verdict) => {
      const folder = folderOf({
        '1.txt':
          '„Wir gehen nach vorn und weiter“, so der Minister am Montag.\n\n„Der Damm hält“, betonte Keller, „und er hält noch lange.“',
      });
      const { verdicts = [] } = await verify(quote, folder);
      expect(verdicts.map((one) => one.verdict)).toEqual([verdict]);
    },
  );

  it('names who says words at each place that are too short to tell whose they are', async () => {
    const folder = folderOf({
      '1.txt': '“I am so sad,” Anna Borg said.\n\nBen Lund said: “I am so sad.”\n\nI am so sad.',
    });
    const { verdicts = [] } = await verify('I am so sad', folder);
    expect(verdicts[0]?.verdict).toBe('too-short');
    expect(verdicts[0]?.excerpts.map(({ speaker }) => speaker?.text)).toEqual([
      'Anna Borg',
      'Ben Lund',
      undefined,
    ]);
  });

  it('lists in what the words are typeset differently', async () => {
    const { message, verdicts = [] } = await verify('they gathered\nopposition forces');
    expect(message).toBe(
      'Typographic: same words, different typography (white space, first letter), in 2 documents.',
    );
    expect(verdicts[0]?.differences.map(({ kind }) => kind)).toEqual(['white space', 'first letter']);
  });

  it('says where the words are the outlet’s, and where only a part of them is quoted', async () => {
    const noteOf = async (quote: string) => (await verify(quote)).excerpts?.[0]?.note;
    expect(await noteOf('campaigned for the Russian opposition')).toContain(
      'not inside quotation marks there',
    );
    expect(await noteOf('especially aggressively” in the 2012')).toContain(
      'only part of this is inside quotation marks',
    );
    expect(await noteOf('They gathered opposition forces')).toBeUndefined();
  });

  it('marks the parts, in the sentence that has what was left out', async () => {
    const { excerpts = [] } = await verify('They gathered opposition forces … went to opposition rallies');
    for (const { text, start, marks = [] } of excerpts) {
      expect(marks.map(([from, to]) => text.slice(from - start, to - start))).toEqual([
        'They gathered opposition forces',
        'went to opposition rallies',
      ]);
      expect(text).toContain('and financed them,');
    }
  });

  it('shows ten places and counts all', async () => {
    const folder = folderOf({ '1.txt': 'The rain fell again.\n\n'.repeat(12) });
    const { excerpts = [], verdicts = [] } = await verify('The rain fell again', folder);
    expect(excerpts).toHaveLength(10);
    expect(verdicts[0]?.message).toContain('Showing the first 10 of 12 places.');
  });

  it('counts places as far as they were found, and says where there may be more', async () => {
    const number = 1_050;
    const said = 'We shall never sell the harbour to anybody';
    const files = Object.fromEntries(
      Array.from({ length: number }, (_, at) => [
        `${at}.txt`,
        `The minister spoke in town ${at}. “${said},” Borg said on Monday. “It is ours,” he told us, “and will be ours for ever.”`,
      ]),
    );
    const session = await sessionOver(folderOf(files));
    const heading = async (quote: string) => {
      const line = JSON.stringify({ command: 'verify', options: { quote } });
      return (JSON.parse(await session.json(line)) as JsonAnswer).verdicts?.[0]?.message;
    };
    const exact = await heading(said);
    expect(exact).toContain('Exact: character for character in at least 1,000 documents.');
    expect(exact).toContain('Showing the first 10 of at least 1,000 places.');
    expect(await heading(said.replace('We', 'we'))).toContain('in at least 1,000 documents.');
    expect(await heading('We shall … the harbour to anybody')).toContain(
      'Elided: all parts are in at least 100 documents,',
    );
    expect(await heading('It is ours, and will be ours for ever')).toContain(
      'In parts: one quotation in at least 4 documents,',
    );
    expect(await heading('sell the')).toContain('They are in at least 1,000 places.');
  });

  it('counts nearest wordings only as far as they were compared, and other printings not at all', async () => {
    const files = (number: number) =>
      Object.fromEntries(
        Array.from({ length: number }, (_, at) => [
          `${at}.txt`,
          `“We shall never sell harbour number ${at + 100} to anybody,” Borg said on Monday.`,
        ]),
      );
    const said = async (number: number, quote: string) =>
      (await ask(`/verify quote:${quote}`, folderOf(files(number)))).verdicts?.[0]?.message;
    const altered = 'We shall never sell harbour number 999 to anybody';
    expect(await said(23, altered)).toContain('The nearest wording is in 23 documents;');
    expect(await said(23, altered)).toContain('Showing the first 10 of 23 places.');
    expect(await said(40, altered)).toContain('The nearest wording is in at least 24 documents;');
    expect(await said(40, altered)).toContain('Showing the first 10 of at least 24 places.');
    expect(await said(40, 'We shall never sell harbour number 120 to anybody')).toContain(
      '\nQuoted in different words elsewhere.',
    );
  });

  it('sets off in the terminal what was given otherwise', async () => {
    const mark = (text: string) => `[[${text}]]`;
    const style = { ...(await import('../../src/reply/plain-text.js')).PLAIN, marks: true, mark };
    const text = await (await sessionOver(undefined, style)).print(
      '/verify quote:They gathered opposition forces and funded them',
    );
    expect(text).toContain('As given:\n> They gathered opposition forces and [[funded]] them');
    expect(text).toContain('They gathered opposition forces and [[financed]] them');
    expect(text).toContain('changed in 000: given funded · document financed');
  });

  it('needs something to verify', async () => {
    expect(await ask('/verify')).toMatchObject({ outcome: 'invalid' } satisfies Partial<JsonAnswer>);
  });
});
