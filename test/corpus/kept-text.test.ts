import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import iconv from 'iconv-lite';
import { describe, expect, it } from 'vitest';
import { describeFault } from '../../src/corpus/fault.js';
import { keepText, readKept } from '../../src/corpus/kept-text.js';
import { readSeeds, type Seeds, type SeedsOptions } from '../../src/corpus/seeds.js';
import { type Files, folderOf, writeFiles } from '../support/folder.js';
import { docxOf, pdfOf, readsPdf, wordParagraph } from '../support/made-files.js';

const hash = (bytes: string | Uint8Array) => createHash('sha256').update(bytes).digest('hex');
const PAGE = '<html><body><h1>Dam</h1><p>“It was <b>never</b> safe,” she said.</p></body></html>';
const TEXT = 'Dam\n\n“It was never safe,” she said.';
const CURLY =
  'The minister said on Monday that the plan “was never agreed”. Nobody’s vote is certain, she added.';

async function read(folder: string, options?: SeedsOptions): Promise<Seeds> {
  const seeds = await readSeeds(folder, options);
  if ('faults' in seeds) throw new Error(seeds.faults.map(describeFault).join('\n'));
  return seeds;
}

const told = async (folder: string, options?: SeedsOptions) => {
  const seeds = await readSeeds(folder, options);
  const list = 'faults' in seeds ? seeds.faults : seeds.warnings;
  return list.map((fault) => describeFault(fault).replaceAll(folder, 'DIR'));
};

const changed = (folder: string, name: string, content: string) => writeFiles(folder, { [name]: content });

describe('a text that was taken out of a document', () => {
  it('is kept beside it, with what took it out and both hashes, and is what is quoted', async () => {
    const folder = folderOf({ 'a/1.html': PAGE });
    const { documents, warnings } = await read(folder);
    const kept = readFileSync(path.join(folder, '.extracted/a/1.html.txt'));
    const record = JSON.parse(readFileSync(path.join(folder, '.extracted/a/1.html.json'), 'utf8'));
    expect(String(kept)).toBe(TEXT);
    expect(record).toMatchObject({
      file: 'a/1.html',
      sha256: hash(PAGE),
      textSha256: hash(TEXT),
      extractor: '@mozilla/readability',
      version: '0.6.0+2',
    });
    const [document] = documents;
    expect(document).toMatchObject({ id: '1', file: 'a/1.html', text: TEXT, sha256: hash(PAGE) });
    expect(document?.original.read(5, 9)).toBe('“It ');
    expect(document?.lineAt(5)).toBe(3);
    expect(document?.extraction).toMatchObject({
      textFile: '.extracted/a/1.html.txt',
      textSha256: hash(TEXT),
    });
    expect(await document?.extraction?.fileBytes()).toEqual(Buffer.from(PAGE));
    expect(warnings).toEqual([]);
  });

  it('is used as it is, whatever would be taken out today', async () => {
    const folder = folderOf({ '1.html': PAGE });
    const before = await read(folder);
    const record = {
      file: '1.html',
      sha256: hash(PAGE),
      textSha256: hash('Of old.'),
      extractor: 'e',
      version: '0',
    };
    await keepText(folder, '1.html', Buffer.from('Of old.'), record);
    const { documents, revision } = await read(folder);
    expect(documents[0]?.text).toBe('Of old.');
    expect(documents[0]?.extraction).toMatchObject({ extractor: 'e', version: '0' });
    expect(revision).not.toBe(before.revision);
    await keepText(folder, '1.html', Buffer.from('Of old.'), { ...record, version: '1' });
    expect((await read(folder)).revision).not.toBe(revision);
  });

  it('is taken out anew where the file is another', async () => {
    const folder = folderOf({ '1.html': PAGE });
    const before = await read(folder);
    changed(folder, '1.html', PAGE.replace('never', 'always'));
    const after = await read(folder);
    expect(after.documents[0]?.text).toContain('always');
    expect(after.revision).not.toBe(before.revision);
    expect(readFileSync(path.join(folder, '.extracted/1.html.txt'), 'utf8')).toContain('always');
  });

  it('and changed since is a fault, as is a record that is none', async () => {
    const folder = folderOf({ '1.html': PAGE });
    const before = await read(folder);
    changed(folder, '.extracted/1.html.txt', TEXT.replace('never', 'always'));
    const fault =
      'DIR/.extracted/1.html.txt:1: not the text that was taken out of 1.html; put it back as it was, or remove it to have the text taken out anew';
    expect(await told(folder)).toEqual([fault]);
    expect(await told(folder, { previous: before.memory, full: true })).toEqual([fault]);
    changed(folder, '.extracted/1.html.json', '{}');
    expect(await told(folder)).toEqual([
      'DIR/.extracted/1.html.json:1: not the record of a text that was taken out of 1.html; remove it to have the text taken out anew',
    ]);
    rmSync(path.join(folder, '.extracted/1.html.json'));
    expect((await read(folder)).documents[0]?.text).toBe(TEXT);
  });

  it('is the same document where nothing changed', async () => {
    const folder = folderOf({ '1.html': PAGE });
    const before = await read(folder);
    for (const full of [true, false]) {
      const after = await read(folder, { previous: before.memory, full });
      expect(after.documents[0]).toBe(before.documents[0]);
      expect(after.revision).toBe(before.revision);
    }
  });

  it('goes without being kept where it cannot be written, which is said', async () => {
    const folder = folderOf({
      '1.html': PAGE,
      '2.docx': docxOf(wordParagraph('Text.')),
      '.extracted': 'a file',
    });
    const { documents, warnings } = await read(folder);
    expect(documents.map(({ text }) => text)).toEqual([TEXT, 'Text.']);
    expect(documents[0]?.extraction?.textFile).toBeUndefined();
    expect(warnings.map((one) => describeFault(one).replaceAll(folder, 'DIR'))).toEqual([
      'DIR/.extracted:1: texts that were taken out of documents cannot be kept here (EEXIST); make the folder writable; until then they are taken out anew at each start and may change with the program',
    ]);
  });

  it('has no record beside it unless both are whole', async () => {
    const folder = folderOf({ '1.html': PAGE });
    await read(folder);
    // As if it was stopped between the two.
    rmSync(path.join(folder, '.extracted/1.html.txt'));
    mkdirSync(path.join(folder, '.extracted/1.html.txt'));
    const record = {
      file: '1.html',
      sha256: hash(PAGE),
      textSha256: hash('b'),
      extractor: 'e',
      version: '0',
    };
    expect(await keepText(folder, '1.html', Buffer.from('b'), record)).toMatch(/^E/);
    expect(existsSync(path.join(folder, '.extracted/1.html.json'))).toBe(false);
    expect(readKept(folder, '1.html', { sha256: hash(PAGE), encoding: undefined })).toBeUndefined();
  });

  it('hands over no file that has changed since', async () => {
    const folder = folderOf({ '1.html': PAGE });
    const { documents } = await read(folder);
    changed(folder, '1.html', 'Other.');
    expect(await documents[0]?.extraction?.fileBytes()).toBeUndefined();
  });
});

describe('an encoding that was guessed', () => {
  const files: Files = { '1.txt': iconv.encode(CURLY, 'windows-1252'), '2.txt': 'Text.' };

  it('is a warning at each reading, until it is stated', async () => {
    const folder = folderOf(files);
    const warning =
      'DIR/1.txt:1: not UTF-8, and read as windows-1252, which is a guess; state "encoding": "windows-1252" in sources.json, or by that option of /corpus, if the text reads right, or save the file as UTF-8';
    const first = await read(folder);
    expect(await told(folder)).toEqual([warning]);
    expect(await told(folder, { previous: first.memory })).toEqual([warning]);
    expect(first.documents.map(({ text }) => text)).toEqual([CURLY, 'Text.']);
    changed(folder, 'sources.json', '{"1.txt": {"encoding": "windows-1252"}}');
    expect(await told(folder)).toEqual([]);
    expect((await read(folder)).documents[0]).toMatchObject({
      text: CURLY,
      source: { encoding: 'windows-1252' },
    });
  });

  it('is none for UTF-8, of which no second text is kept', async () => {
    const folder = folderOf({ '1.txt': CURLY, '2.txt': '\uFEFFText.' });
    await read(folder);
    expect(existsSync(path.join(folder, '.extracted'))).toBe(false);
  });
});

describe('a PDF', () => {
  const isRead = readsPdf();
  const pdf = pdfOf([[['Nobody asked.', 720]]]);

  it('is read, or passed over with a warning on a Node.js that cannot', async () => {
    const folder = folderOf({ '1.pdf': pdf, '2.txt': 'Text.', 'sources.json': '{"1.pdf": {"title": "T"}}' });
    const { documents, warnings } = await read(folder);
    expect(documents.map(({ text }) => text)).toEqual(isRead ? ['Nobody asked.', 'Text.'] : ['Text.']);
    expect(warnings.map(({ problem }) => problem)).toEqual(
      isRead ? [] : ['passed over, since PDFs are read on Node.js 22 or newer alone'],
    );
  });

  it('that is passed over alone leaves no document', async () => {
    const folder = folderOf({ '1.pdf': pdf });
    expect(await told(folder)).toEqual(
      isRead ? [] : ['DIR:1: the seeds folder has no documents; add a .txt file'],
    );
  });
});
