import { describe, expect, it } from 'vitest';
import { readSaid, type SaidFilter } from '../../src/search/said.js';
import { libraryOfTexts } from '../support/made.js';

/** The numbers of the passages in which a text is said. */
async function said(text: string, ...texts: string[]): Promise<number[]> {
  return passing({ said: text }, ...texts);
}

/** The numbers of the passages that pass a filter. */
async function passing(filter: SaidFilter, ...texts: string[]): Promise<number[]> {
  const { engine, analyses, passages } = await libraryOfTexts(...texts);
  const isSaid = await readSaid(filter, { engine, analyses });
  return passages.flatMap((passage, at) => (isSaid(passage) ? [at] : []));
}

it('is said what stands inside quotation marks, in any form, outer or inner', async () => {
  const texts = [
    'He said: “Rains.”',
    'Rain, he said.',
    '“He said ‘rain’ again.”',
    'Rain, “he” said.',
    '“Sun,” he said.',
  ];
  expect(await said('rain', ...texts)).toEqual([0, 2]);
});

it('is said what goes on in the next paragraph, whose mark nothing closes', async () => {
  expect(await said('rain', '“Sun and rain.\n\n“And rain,” he said.')).toEqual([0, 1]);
});

it('is said where half of what the words weigh is, and no less', async () => {
  const texts = ['“Rain” and sun.', 'Snow.', 'Hail.'];
  expect(await said('rain sun', ...texts)).toEqual([0]);
  expect(await said('rain sun hail', ...texts)).toEqual([]);
  expect(await said('rain zebra', ...texts)).toEqual([]);
});

it('goes by function words only where there are no others', async () => {
  const texts = ['“It is the rain.”', '“So.”'];
  expect(await said('the sun', ...texts)).toEqual([]);
  expect(await said('it is', ...texts)).toEqual([0]);
});

it('takes “us” for no form of “use”, in whatever languages other documents are', async () => {
  expect(await said('use', '“Join us,” he said. Use it.')).toEqual([]);
});

it('is said what one speaker says, and not what two say together', async () => {
  const rest = ['Snow.', 'Hail.', 'Sun.', 'Rain.', 'Wind.'];
  const ask = (text: string) => said('rain sun snow hail wind', text, ...rest);
  expect(await ask('“Rain and sun,” Borg said. “Hail,” Holm said.')).toEqual([]);
  expect(await ask('“Rain and sun,” Borg said, “and hail.”')).toEqual([0]);
  expect(await ask('“Rain and sun,” Borg said. Snow fell. “Hail,” Borg added.')).toEqual([0]);
  expect(await ask('On “rain”, on “sun” and on “hail”.')).toEqual([]);
});

describe('what a speaker is to say', () => {
  const by = (speaker: string, about: string, ...texts: string[]) => passing({ speaker, about }, ...texts);

  it('is in that one’s quotation or reported speech, and not in what another says', async () => {
    const texts = [
      '“The dyke will hold,” Borg said. Holm laid granite.',
      'Borg said the dyke will hold, but Holm said the granite is dear.',
      'Borg said he wants granite, and he promised more. “Go,” Holm said.',
      'The granite is dear, Borg said; the dyke will hold, Holm said.',
      '“Granite is dear,” said Ada Borg.',
      'Granite is dear. Borg left.',
    ];
    expect(await by('Borg', 'granite', ...texts)).toEqual([2, 3, 4]);
    expect(await by('Holm', 'granite', ...texts)).toEqual([1]);
    expect(await by('Ada Borg', 'granite', ...texts)).toEqual([4]);
  });

  it('is at least half of what of it stands in the passage', async () => {
    const texts = [
      'Rain fell on the dyke. “The granite holds,” Borg said of the pier.',
      'Rain fell on the dyke and the pier. “The granite holds,” Borg said.',
    ];
    expect(await by('Borg', 'granite pier rain dyke zebra', ...texts)).toEqual([0]);
  });

  it('is not what another, who is named, says more of', async () => {
    const more = (who: string) => `Borg said granite is dear. “The granite of the pier,” ${who} said.`;
    expect(await by('Borg', 'granite pier', more('Holm'))).toEqual([]);
    for (const who of ['he', 'the mayor']) expect(await by('Borg', 'granite pier', more(who))).toEqual([0]);
  });

  it('needs neither the name of the one who says it nor the words that only ask', async () => {
    const texts = ['“Granite is dear,” Borg said. Holm would say so about Borg.', '“Bread,” Borg said.'];
    expect(await by('Borg', 'What did Borg say about granite?', ...texts)).toEqual([0]);
    expect(await by('Borg', 'What did Borg say?', ...texts)).toEqual([0, 1]);
  });

  it('is anything where nothing is asked for, and nothing of what no passage has', async () => {
    expect(await passing({ speaker: 'Borg' }, '“So,” Borg said.', 'Borg left.')).toEqual([0]);
    expect(await by('Borg', 'zebra', '“So,” Borg said.')).toEqual([]);
    expect(await passing({ about: 'zebra' }, 'Borg left.')).toEqual([0]);
  });

  it('stands inside quotation marks where it is to be said', async () => {
    const texts = [
      'Borg said granite is dear. “The dyke is old,” he said.',
      '“Granite is dear,” Borg said.',
      '“Granite is dear,” Holm said. “So,” Borg said.',
    ];
    expect(await passing({ speaker: 'Borg', said: 'Borg on granite' }, ...texts)).toEqual([1]);
    expect(await passing({ speaker: 'Borg', said: 'Borg' }, ...texts, '“I, Borg,” Borg said.')).toEqual([3]);
  });

  it('goes on in the next paragraph, but not after a question that is closed', async () => {
    const text = '“The dyke holds,” said Borg. “It does.\n\n“And granite is dear.”\n\n“Granite,” said Holm.';
    expect(await by('Borg', 'granite', text)).toEqual([1]);
    expect(await by('Borg', 'granite', text.replace('does.', 'does?”'))).toEqual([]);
  });
});
