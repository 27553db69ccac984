import { Document } from '../../src/corpus/document.js';
import { FoldedText } from '../../src/text/typography.js';
import { verify } from '../../src/verify/verify.js';
import { libraryOfDocuments } from '../support/made.js';
import { replaceWords, stretches, withOneWordChanged } from './claims.js';
import { FullText } from './fts5.js';
import { median, milliseconds, print, ratio, table, timings, timingsOf } from './measure.js';

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
  const altered = standing.map(withOneWordChanged);
  const foreign = standing.map((claim) =>
    replaceWords(claim, (word, at) => (at % 2 === 0 ? word : `${word}x`)),
  );
  const fullText = await FullText.over(passages);
  const rows: string[][] = [];
  for (const [at, claims] of [standing, altered, foreign].entries()) {
    const needles = claims.map((claim) => FoldedText.of(claim).text.trim());
    const plain = median(timings(CLAIMS, (index) => whole.indexOf(needles[index] ?? '')));
    const ours = median(await timingsOf(CLAIMS, (index) => verify(library, claims[index] ?? '')));
    const name = ['words that stand', 'one word changed', 'every other word changed'][at] ?? '';
    const fts5 = fullText && median(timings(CLAIMS, (index) => fullText.phrase(claims[index] ?? '')));
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
