import { afterEach, describe, expect, it, vi } from 'vitest';
import {
  choicesFrom,
  completingMs,
  lookedAtOnce,
  MAX_CHOICE_NAME,
  MAX_CHOICES,
} from '../../src/command/choices.js';
import type { RawOptions } from '../../src/command/command.js';
import { completeOutlet, completeSpeaker, completeTopic } from '../../src/command/complete.js';
import type { EmbeddedLibrary } from '../../src/library/embedded-library.js';
import { createDeadline } from '../../src/text/pace.js';
import { libraryIn, libraryOf, SEEDS } from '../support/folder.js';
import { answerOf, sessionOver } from '../support/session.js';

const topicsOf = async (library: EmbeddedLibrary, typed: string, given: RawOptions = {}) =>
  (await completeTopic({ library, given }, typed)).map(({ value }) => value);
const outletsOf = async (library: EmbeddedLibrary, typed: string, given: RawOptions = {}) =>
  (await completeOutlet({ library, given }, typed)).map(({ value }) => value);

describe('the topics that are offered', () => {
  it.each<[string, RawOptions]>([
    ['', {}],
    ['p', {}],
    ['opp', {}],
    ['Put', {}],
    ['opposition ', {}],
    ['opposition r', {}],
    ['the ', {}],
    ['Oliver St', {}],
    ['“a li', {}],
    ['', { outlet: '000' }],
    ['c', { said: true }],
    ['', { speaker: 'Putin' }],
    ['opposition ', { outlet: '001', said: true }],
  ])('for %j with %j each lead to an answer, and are few enough', async (typed, given) => {
    const library = await libraryIn(SEEDS);
    const topics = await topicsOf(library, typed, given);
    expect(topics.length).toBeGreaterThan(0);
    expect(topics.length).toBeLessThanOrEqual(MAX_CHOICES);
    expect(new Set(topics).size).toBe(topics.length);
    const session = await sessionOver();
    for (const topic of topics) {
      const answer = await answerOf(
        session,
        JSON.stringify({ command: 'quote', options: { topic, ...given } }),
      );
      expect(answer).toMatchObject({ outcome: 'answered' });
      expect(answer.message).not.toContain('No passage says');
    }
  });

  it('go on with what passages say beside the words before', async () => {
    const library = await libraryIn(SEEDS);
    expect(await topicsOf(library, 'opposition ral')).toEqual(['opposition rallies']);
    expect(await topicsOf(library, 'secret w')).toContain('secret war');
  });

  it.each<[RawOptions, string[]]>([
    [{ outlet: '001' }, ['Showtime']],
    [{ outlet: '' }, ['Showtime']],
    [{ outlet: '000' }, []],
    [{ outlet: 'The Post' }, []],
    [{ said: true }, []],
    [{ said: false }, ['Showtime']],
    [{ from: '2017' }, []],
    [{ from: 'yesterday' }, []],
    [{ speaker: 'Trump' }, []],
  ])('with %j are %j', async (given, offered) => {
    expect(await topicsOf(await libraryIn(SEEDS), 'Showt', given)).toEqual(offered);
  });

  it('are none where nothing would be found', async () => {
    expect(await topicsOf(await libraryIn(SEEDS), 'footba')).toEqual([]);
  });

  it('are without what a chat puts into an option', async () => {
    expect(await topicsOf(await libraryIn(SEEDS), '<:blob:123> opposition ral')).toEqual([
      'opposition rallies',
    ]);
  });

  it('have the title of the document that has them best beside them, as far as that has room', async () => {
    const library = await libraryOf({
      '1.txt': `Rain fell.\n\n${'a'.repeat(90)} is long.`,
      '2.txt': 'Ravens flew.',
      'sources.json': JSON.stringify({ '1.txt': { title: `Weather ${'of the week '.repeat(20)}` } }),
    });
    const [rain] = await completeTopic({ library, given: {} }, 'rai');
    expect(rain).toEqual({
      name: 'Rain — Weather of the week of the week of the week of the week of the week of the week of the week…',
      value: 'Rain',
    });
    expect(rain?.name.length).toBeLessThanOrEqual(MAX_CHOICE_NAME);
    expect(await completeTopic({ library, given: {} }, 'rav')).toEqual([{ name: 'Ravens', value: 'Ravens' }]);
    const long = 'a'.repeat(90);
    expect(await completeTopic({ library, given: {} }, 'aa')).toEqual([{ name: long, value: long }]);
  });
});

describe('over a slow corpus', () => {
  afterEach(() => void vi.useRealTimers());

  /** Each search takes so many milliseconds of a clock that stands still otherwise. */
  async function slowLibrary(milliseconds: number) {
    const library = await libraryIn(SEEDS);
    vi.useFakeTimers({ toFake: ['performance', 'setTimeout', 'clearTimeout'] });
    const { engine } = library;
    const candidates = engine.candidates.bind(engine);
    const searches = vi.spyOn(engine, 'candidates').mockImplementation((request) => {
      vi.advanceTimersByTime(milliseconds);
      return candidates(request);
    });
    return {
      library,
      searches,
      context: { library, given: {}, deadline: createDeadline(completingMs(library)) },
    };
  }

  it('what was found within 25 milliseconds is given, and nothing more is looked for', async () => {
    const { context, searches } = await slowLibrary(10);
    const found = await completeTopic({ ...context, given: { said: true } }, '');
    expect(found.length).toBeGreaterThan(0);
    expect(searches.mock.calls.length).toBe(3);
    expect(performance.now()).toBeGreaterThanOrEqual(25);
  });

  it('words that are found in any case are given all the same, without a title', async () => {
    const { context, searches } = await slowLibrary(10);
    const found = await completeTopic(context, '');
    expect(searches.mock.calls.length).toBe(3);
    expect(found).toHaveLength(MAX_CHOICES);
    expect(found.at(-1)?.name).toBe(found.at(-1)?.value);
  });

  it('nobody waits for what never comes', async () => {
    const { library, context } = await slowLibrary(0);
    vi.spyOn(library.engine, 'startingWith').mockReturnValue(new Promise(() => {}));
    const offered = completeTopic(context, 'opp');
    await vi.advanceTimersByTimeAsync(25);
    expect(await offered).toEqual([]);
  });
});

describe('over a corpus on another machine', () => {
  it('choices are looked at all at once, and longer', async () => {
    const library = await libraryIn(SEEDS);
    const remote = Object.assign(Object.create(library), {
      engine: Object.assign(Object.create(library.engine), { isRemote: true }),
    }) as typeof library;
    expect([completingMs(library), completingMs(remote)]).toEqual([25, 400]);
    let [underWay, most] = [0, 0];
    const look = async () => {
      most = Math.max(most, ++underWay);
      await new Promise((resolve) => setTimeout(resolve, 1));
      underWay--;
      return undefined;
    };
    const candidates = Array.from({ length: 30 }, (_, at) => ({ value: `${at}`, isSure: false, look }));
    await choicesFrom(candidates, { atOnce: lookedAtOnce(remote) });
    expect(most).toBe(25);
    most = 0;
    await choicesFrom(candidates, { atOnce: lookedAtOnce(library) });
    expect(most).toBe(1);
  });
});

describe('the outlets that are offered', () => {
  const newspapers = () =>
    libraryOf({
      '1.txt': 'One.',
      '2.txt': 'Two.',
      '3.txt': 'Three\nducks.',
      '4.txt': 'Four.',
      'sources.json': JSON.stringify({
        '1.txt': { outlet: 'The Post' },
        '2.txt': { outlet: 'The Post' },
        '4.txt': { title: 'Postscript' },
      }),
    });

  it('are those that are stated, each once, and ids of documents that state none', async () => {
    const library = await newspapers();
    expect(await outletsOf(library, '')).toEqual(['The Post', '3', '4']);
    expect(await outletsOf(library, 'post')).toEqual(['The Post', '4']);
    expect(await outletsOf(library, 'x')).toEqual([]);
  });

  it('say what an id is of: by its title, or by its first words', async () => {
    expect(await completeOutlet({ library: await newspapers(), given: {} }, '')).toEqual([
      { name: 'The Post', value: 'The Post' },
      { name: '3 — Three ducks.', value: '3' },
      { name: '4 — Postscript', value: '4' },
    ]);
  });

  it('have something on the topic that was given', async () => {
    const library = await newspapers();
    expect(await outletsOf(library, '', { topic: 'two' })).toEqual(['The Post']);
    expect(await outletsOf(library, '', { topic: 'ducks', outlet: 'The Post' })).toEqual(['3']);
    expect(await outletsOf(library, '', { question: 'Where are the ducks?' })).toEqual(['3']);
    expect(await outletsOf(library, '', { topic: 'geese' })).toEqual([]);
  });
});

it('the speakers that are offered say something on the topic that was given', async () => {
  const library = await libraryOf({
    '1.txt': '“Rain is due,” said Anna Borg.\n\n“The bridge is safe,” said Carl Borgia.',
  });
  await library.speakers.read();
  const speakers = async (given: RawOptions) =>
    (await completeSpeaker({ library, given }, 'bor')).map(({ value }) => value);
  expect(await speakers({})).toEqual(['Anna Borg', 'Carl Borgia']);
  expect(await speakers({ topic: 'bridge' })).toEqual(['Carl Borgia']);
});
