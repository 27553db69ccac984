import { beforeAll, describe, expect, it } from 'vitest';
import { folderOf } from '../support/folder.js';
import { ask, type JsonAnswer, warmUp } from '../support/session.js';

beforeAll(warmUp);

type Row = NonNullable<JsonAnswer['comparison']>[number];

/** The row of the first passages of documents, which quote the same. */
async function rowOf(
  documents: Readonly<Record<string, string>>,
  outlets: Record<string, string> = {},
): Promise<Row> {
  const files = Object.entries(documents).map(([id, text]) => [`${id}.txt`, text]);
  const sources = Object.entries(outlets).map(([id, outlet]) => [`${id}.txt`, { outlet }]);
  const folder = folderOf({
    ...Object.fromEntries(files),
    'sources.json': JSON.stringify(Object.fromEntries(sources)),
  });
  const { comparison: [row] = [] } = await ask('/compare', folder);
  if (!row) throw new Error('There is no row');
  return row;
}

/** Six words in a row, which make one story of the documents that quote them. */
const SAME = '“The harbour wall will stand for a hundred years,” Brunner said.';

describe('quotations of a row', () => {
  it.each([
    [
      'six of ten words in order',
      'Our taxes went into sand and a hole of rain.',
      'Our taxes went down and into some hole of wet rain.',
      ['identical', 'different'],
    ],
    [
      'five of ten words in order',
      'Our taxes went into sand and a hole of rain.',
      'Our taxes fed gulls and crows near some hole of mud.',
      ['identical', 'alone', 'alone'],
    ],
    ['two words, which may be a title', 'Crooked towers.', 'Crooked tower.', ['identical', 'alone', 'alone']],
    ['two words that are the same', 'Crooked towers!', 'crooked towers', ['identical', 'identical']],
  ])('are one and the same by their words: %s', async (_, one, other, kinds) => {
    const row = await rowOf({
      gazette: `${SAME} Later he said: “${one}”`,
      herald: `${SAME} Later he said: “${other}”`,
    });
    expect(row.quotations.map(({ kind }) => kind)).toEqual(kinds);
  });

  it('are alone where no other outlet prints them', async () => {
    const outlets = { gazette: 'Gazette', extra: 'Gazette', herald: 'Herald' };
    const twice = `${SAME} Later he said: “Our taxes went into sand.”`;
    const row = await rowOf({ extra: twice, gazette: twice, herald: SAME }, outlets);
    expect(row.quotations.map(({ kind }) => kind)).toEqual(['identical', 'alone']);
  });
});

it('the words that tie passages are the six rarest that more than one outlet has', async () => {
  const row = await rowOf({
    gazette: `${SAME} Granite from Sandvik is laid by masons; gulls watch from the lighthouse.\n\nHarbour, wall, years.\n\nBrunner sleeps, he said. Then Brunner said less.\n\nA hundred stand.`,
    herald: `${SAME} Granite from Sandvik, laid by masons, annoys gulls at the lighthouse. Trumpets sound.\n\nHarbour, wall, years.`,
  });
  const ties = row.ties.map((tie) => tie?.text.toLowerCase());
  expect(ties).toHaveLength(6);
  expect(new Set(ties)).toEqual(new Set(['granite', 'sandvik', 'laid', 'masons', 'gulls', 'lighthouse']));
});

describe('the wording that outlets share', () => {
  it('is three words in a row, and not two', async () => {
    const row = await rowOf({
      gazette: `${SAME} Masons drink black coffee. Gulls eat fresh herring.`,
      herald: `${SAME} Sailors drink black coffee. Cats eat fresh herring here, as fresh as any.`,
    });
    const shared = row.shared.map(({ text }) => text.replace(/[.”]$/, ''));
    expect(shared).toEqual(expect.arrayContaining(['drink black coffee', 'eat fresh herring']));
    const less = await rowOf({
      gazette: `${SAME} Masons drink coffee.`,
      herald: `${SAME} Sailors drink coffee.`,
    });
    expect(less.shared).toHaveLength(1);
  });

  it('is of two outlets, and not of two documents of one', async () => {
    const outlets = { gazette: 'Gazette', extra: 'Gazette', herald: 'Herald' };
    const row = await rowOf(
      {
        extra: `${SAME} Masons drink black coffee.`,
        gazette: `${SAME} Masons drink black coffee.`,
        herald: SAME,
      },
      outlets,
    );
    expect(row.shared).toHaveLength(1);
  });
});
