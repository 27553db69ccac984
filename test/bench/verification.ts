import { Document } from '../../src/corpus/document.js';
import { FoldedText } from '../../src/text/typography.js';
import { words } from '../../src/text/words.js';
import { verify } from '../../src/verify/verify.js';
import { phraseQuery } from './fts5.js';
import { libraryOfDocuments } from './made.js';
import { median, milliseconds, print, ratio, table, timings, timingsOf } from './measure.js';
import { seededRandom } from './texts.js';

const CLAIMS = 200;
const PASSAGES_A_DOCUMENT = 20;

/** A verdict beside one plain search for the folded quotation in all folded texts, and the memory that it takes. */
export async function benchVerification(passages: readonly string[], origin: string): Promise<void> {
  const documents = Array.from({ length: Math.ceil(passages.length / PASSAGES_A_DOCUMENT) }, (_, at) => {
    const text = passages.slice(at * PASSAGES_A_DOCUMENT, (at + 1) * PASSAGES_A_DOCUMENT).join('\n\n');
    return Document.of(`${at}.txt`, Buffer.from(text), text, {});
  });
  const library = await libraryOfDocuments(documents);
  const whole = documents.map(({ text }) => FoldedText.of(text).text).join('\n');

  const standing = stretches(passages, CLAIMS);
  const altered = standing.map((claim) => replaceWords(claim, (word, at) => (at === 2 ? 'otherwise' : word)));
  const foreign = standing.map((claim) =>
    replaceWords(claim, (word, at) => (at % 2 === 0 ? word : `${word}x`)),
  );
  const phrase = await phraseQuery(passages);
  const rows: string[][] = [];
  for (const [at, claims] of [standing, altered, foreign].entries()) {
    const needles = claims.map((claim) => FoldedText.of(claim).text.trim());
    const plain = median(timings(CLAIMS, (index) => whole.indexOf(needles[index] ?? '')));
    const ours = median(await timingsOf(CLAIMS, (index) => verify(library, claims[index] ?? '')));
    const name = ['words that stand', 'one word changed', 'every other word changed'][at] ?? '';
    const fts5 = phrase && median(timings(CLAIMS, (index) => phrase(claims[index] ?? '')));
    rows.push([
      name,
      milliseconds(plain),
      fts5 === undefined ? 'not on this Node.js' : milliseconds(fts5),
      milliseconds(ours),
      ratio(ours, plain),
      fts5 === undefined ? '' : ratio(ours, fts5),
    ]);
  }

  print(
    `\nVerdicts over ${passages.length} ${origin} passages, the median of ${CLAIMS} quotations of 5 to 25 words`,
  );
  table([['', 'plain indexOf', 'SQLite FTS5 phrase', 'verdict', 'to indexOf', 'to FTS5'], ...rows]);
}

/** `count` stretches of 5 to 25 words from the passages, as they stand. */
function stretches(passages: readonly string[], count: number): string[] {
  const random = seededRandom(3);
  const found: string[] = [];
  while (found.length < count) {
    const passage = passages[Math.floor(random() * passages.length)] ?? '';
    const list = words(passage);
    const length = 5 + Math.floor(random() * 21);
    const from = Math.floor(random() * (list.length - length));
    const [first, last] = [list[from], list[from + length - 1]];
    if (first && last) found.push(passage.slice(first.start, last.end));
  }
  return found;
}

function replaceWords(text: string, replace: (word: string, at: number) => string): string {
  let replaced = '';
  let reached = 0;
  for (const [at, word] of words(text).entries()) {
    replaced += text.slice(reached, word.start) + replace(word.text, at);
    reached = word.end;
  }
  return replaced + text.slice(reached);
}
