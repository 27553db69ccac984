import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { statementSection } from '../../src/command/statement-section.js';
import { compareWordings } from '../../src/compare/comparison.js';
import { loadLibrary } from '../../src/library/load.js';
import { drawStatement } from '../../src/picture/draw.js';
import { pictureOf } from '../../src/reply/picture-of.js';
import { statementOf } from '../support/statements.js';

/** Draws the pictures that README shows: `npm run screenshots`. */
const FOLDER = path.join('test', 'screenshots');

/** A made-up story, since the documents that Verbatim comes with are two. */
const THREE = {
  'courier.txt':
    'The mayor claimed that the bridge was safe. “We have never closed a bridge in this town, and we will not start today,” she said on Monday.',
  'herald.txt':
    '“We have never closed any bridge in this town, and we will not start today,” Mayor Anna Smith told reporters, dismissing a report on the old bridge.',
  'post.txt':
    'Asked about the report, the mayor snapped that “we have never closed a bridge in this town.” It was safe, she pointed out.',
  'sources.json': JSON.stringify({
    'courier.txt': { outlet: 'The Example Courier' },
    'herald.txt': { outlet: 'The Example Herald' },
    'post.txt': { outlet: 'The Example Post' },
  }),
};

async function draw(folder: string, passage: string, name: string): Promise<void> {
  const loaded = await loadLibrary(folder);
  if ('faults' in loaded) throw new Error(`the documents in ${folder} are faulty`);
  const { library } = loaded;
  const found = library.passage(passage);
  if (!found) throw new Error(`there is no passage ${passage}`);
  const statement = await statementOf(library, found);
  const compared = await compareWordings(statement, library.engine);
  const drawn = drawStatement(pictureOf(statementSection(library, compared, true)));
  if (!('file' in drawn)) throw new Error(drawn.leftOut);
  writeFileSync(path.join(FOLDER, name), drawn.file.bytes);
}

await draw('seeds', '000#6', 'two-outlets.png');
const folder = mkdtempSync(path.join(tmpdir(), 'verbatim-screenshots-'));
try {
  for (const [name, text] of Object.entries(THREE)) writeFileSync(path.join(folder, name), text);
  await draw(folder, 'courier#1', 'three-outlets.png');
} finally {
  rmSync(folder, { recursive: true });
}
