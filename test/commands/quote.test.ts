import { describe, expect, it } from 'vitest';
import { folderOf } from '../support/folder.js';
import { ask } from '../support/session.js';

const passages = async (line: string, folder?: string) =>
  (await ask(line, folder)).excerpts?.map(({ passage }) => passage);

const newspapers = () =>
  folderOf({
    '1.txt': 'Rain fell on Monday.\n\nSun.',
    '2.txt': 'Rain is due.\n\nRain, rain and rain.',
    'sources.json': JSON.stringify({ '1.txt': { outlet: 'The Évening Post' } }),
  });

describe('/quote', () => {
  it.each([
    ['Stein said “the bridge is going to fall”.', ['1#1']],
    ['Stein never said “the bridge is going to fall”.', undefined],
    ['Stein denied saying “the bridge is going to fall”.', undefined],
    ['Stein did not say that the bridge is going to fall.', undefined],
    ['Stein refused to say “the bridge is going to fall”.', undefined],
  ])('gives nobody words that a document says they did not say, as /verify: %s', async (text, expected) => {
    const folder = folderOf({ '1.txt': text });
    expect(await passages('/quote topic:bridge speaker:Stein', folder)).toEqual(expected);
    const { excerpts = [] } = await ask('/verify quote:the bridge is going to fall', folder);
    expect(excerpts.map(({ speaker }) => speaker?.text)).toEqual([expected && 'Stein']);
  });

  it('looks through one outlet where that is named, case and accents apart', async () => {
    expect(await passages('/quote topic:rain outlet:the evening post', newspapers())).toEqual(['1#1']);
  });

  it('takes a document’s id for an outlet', async () => {
    expect((await passages('/quote topic:rain outlet:2', newspapers()))?.sort()).toEqual(['2#1', '2#2']);
    expect((await passages('/quote topic:Putin outlet:001'))?.every((id) => id?.startsWith('001#'))).toBe(
      true,
    );
  });

  it('names the outlets there are where it does not know one', async () => {
    const answer = await ask('/quote topic:rain outlet:The Morning Post', newspapers());
    expect(answer.outcome).toBe('invalid');
    expect(answer.message).toBe(
      'There is no outlet The Morning Post here. The outlets are: The Évening Post.',
    );
  });

  it('says that an outlet has nothing on a topic that another has', async () => {
    const answer = await ask('/quote topic:due outlet:The Évening Post', newspapers());
    expect(answer.outcome).toBe('nothing');
    expect(answer.message).toBe('Nothing found from The Évening Post on: due\nSearched 1 document.');
    expect(answer.excerpts).toBeUndefined();
  });

  it('offers words close in spelling where a word is in no document', async () => {
    const { message } = await ask('/quote topic:opositian');
    expect(message).toContain('In no document: opositian');
    expect(message).toContain('Similar spellings in the documents: ');
    expect(message).toContain('opposition');
  });

  it('says which words no document has, and which stand there in another form only', async () => {
    const { message } = await ask('/quote topic:cyberattack on Russia by zebras');
    expect(message).toContain('\nIn no document: zebras');
    expect(message).toContain('\nNo document says cyberattack; they say cyberattacks');
    expect((await ask('/quote topic:cyberattacks')).message).not.toContain('\n');
  });

  it('holds at most fifty passages, and says how many there are', async () => {
    const folder = folderOf({ '1.txt': 'Rain.\n\n'.repeat(60), '2.txt': 'Rain.' });
    const { excerpts, message } = await ask('/quote topic:rain', folder);
    expect(excerpts).toHaveLength(50);
    expect(message).toBe('The best 50 of 61 passages in 2 documents on: rain');
  });

  it('gives the same answer to the same question', async () => {
    expect(await ask('/quote topic:Putin')).toEqual(await ask('/quote topic:Putin'));
  });

  it('shows what it takes a word for that no passage has, and says so', async () => {
    const { message, excerpts } = await ask('/quote topic:oposition rallies');
    expect(message).toContain('No passage says “oposition”; showing “opposition”');
    expect(excerpts?.length).toBeGreaterThan(0);
  });

  it('holds what stands between quotation marks to be required word for word', async () => {
    expect(await passages('/quote topic:"opposition forces"')).toEqual(['000#5', '001#5']);
    expect((await ask('/quote topic:"forces opposition"')).outcome).toBe('nothing');
  });

  it('puts typing errors right for what was said too', async () => {
    expect((await ask('/quote topic:oposition said:true')).message).toContain('showing “opposition”');
  });

  it('looks only at what was said, where that is asked for', async () => {
    expect(await passages('/quote topic:cyberattacks said:true')).toEqual(['001#10', '000#8']);
    expect((await ask('/quote topic:documentary said:true')).message).toContain(
      'Nothing found inside quotation marks',
    );
  });
});

describe('/quote in Korean', () => {
  const korean = (sources = {}) =>
    folderOf({
      '1.txt':
        '서울시장은 새 다리를 내년에 건설한다고 말했다.\n\n그는 사다리에서 떨어졌다.\n\n시장은 오늘 쉬었다.',
      'sources.json': JSON.stringify({ '1.txt': sources }),
    });

  it.each([{}, { language: 'ko' }, { language: 'en' }])(
    'finds a noun whatever particle follows it, of a source that states %j',
    async (sources) => {
      expect(await passages('/quote topic:다리', korean(sources))).toEqual(['1#1']);
      expect(await passages('/quote topic:다리에서', korean(sources))).toEqual(['1#1']);
      expect(await passages('/quote topic:내년', korean(sources))).toEqual(['1#1']);
    },
  );

  it('finds it as a part of a compound too, after the passages that have it by itself', async () => {
    expect(await passages('/quote topic:시장', korean())).toEqual(['1#3', '1#1']);
    const { message } = await ask('/quote topic:서울', korean());
    expect(message).toContain('No document says 서울; they say 서울시장은');
  });

  it('tells of a quotation what its very words say', async () => {
    expect(
      (await ask('/verify quote:서울시장은 새 다리가 내년에 건설한다고', korean())).verdicts?.[0]?.verdict,
    ).toBe('altered');
  });
});

describe('/quote for an emoji', () => {
  const posts = () =>
    folderOf({
      '1.txt': 'The mayor posted 😀 on Friday.\n\nShe posted 👍🏽 and ❤️ on Monday.\n\nShe posted 👩🏽‍💻.',
    });

  it.each([
    ['😀', '1#1'],
    ['👍', '1#2'],
    ['👍🏿', '1#2'],
    ['❤️', '1#2'],
    ['👩‍💻', '1#3'],
  ])('finds %s, whatever its skin tone', async (emoji, passage) => {
    expect(await passages(`/quote topic:${emoji}`, posts())).toEqual([passage]);
  });

  it('finds none that no passage has', async () => {
    expect((await ask('/quote topic:💻', posts())).outcome).toBe('nothing');
    const { outcome, message } = await ask('/quote topic:🇫🇮', folderOf({ '1.txt': 'Hello 🇫🇷 and 👨‍💻.' }));
    expect([outcome, message]).toEqual([
      'nothing',
      'Nothing found on: 🇫🇮\nSearched 1 document.\nIn no document: 🇫🇮',
    ]);
  });
});

describe('/quote by date', () => {
  const dated = () =>
    folderOf({
      '1.txt': 'Rain in spring.',
      '2.txt': 'Rain in summer.',
      '3.txt': 'Rain at some time.',
      'sources.json': JSON.stringify({
        '1.txt': { published: '2017-04-02' },
        '2.txt': { published: '2017-07-20T10:00:00Z' },
      }),
    });

  it.each([
    ['from:2017-05', ['2#1']],
    ['to:2017-04-02', ['1#1']],
    ['from:2017 to:2017', ['1#1', '2#1']],
    ['from:2017-07-20 to:2017-07-20', ['2#1']],
  ])('%s', async (options, wanted) => {
    expect((await passages(`/quote topic:rain ${options}`, dated()))?.sort()).toEqual(wanted);
  });

  it('says what it left out, and what is wrong with a date', async () => {
    expect((await ask('/quote topic:rain from:2016', dated())).message).toContain(
      '1 document without a stated date was left out',
    );
    for (const wrong of ['from:2017-13', 'from:yesterday', 'to:2017-02-30', 'from:2018 to:2017']) {
      const { outcome, message } = await ask(`/quote topic:rain ${wrong}`, dated());
      expect(outcome).toBe('invalid');
      expect(message).toMatch(/write it as YYYY-MM-DD|swap them/);
    }
  });
});
