import { isPartOf, nameOf } from '../../src/corpus/analyses.js';
import { Document } from '../../src/corpus/document.js';
import { speechOf } from '../../src/corpus/speech.js';
import { type Span, shifted } from '../../src/text/span.js';
import { records } from './data.js';
import { print, share, table } from './measure.js';

/** Who says a quotation: a place in its paragraph, or only the words where another paragraph names them. */
type Speaker = Span | { readonly text: string; readonly outside: true };

interface Attributed {
  readonly article: string;
  readonly text: string;
  readonly quotes: readonly (Span & { readonly speaker?: Speaker })[];
}

interface Count {
  /** Quotations; those of them that are found; those that somebody says, rightly told, and wrongly. */
  spans: number;
  found: number;
  all: number;
  right: number;
  wrong: number;
}

/** Quotations found in whole articles, and who says them, beside what people say. */
export function benchSpeakers(folder: string): void {
  const paragraphs = records<Attributed>(folder, 'quotations', 'paragraphs.jsonl');
  if (!paragraphs) return;
  const articles = new Map<string, Attributed[]>();
  for (const one of paragraphs) articles.set(one.article, [...(articles.get(one.article) ?? []), one]);
  const count: Count = { spans: 0, found: 0, all: 0, right: 0, wrong: 0 };
  for (const article of articles.values()) countIn(article, count);
  print('\nQuotations in articles, and who says them');
  table([
    ['', ''],
    ['quotations found', share(count.found, count.spans)],
    ['the right speaker', share(count.right, count.all)],
    ['a wrong one', share(count.wrong, count.all)],
  ]);
}

/** Between the paragraphs of an article. */
const BLANK_LINE = '\n\n';

function countIn(article: readonly Attributed[], count: Count): void {
  const text = article.map((one) => one.text).join(BLANK_LINE);
  const document = Document.of('1.txt', Buffer.from(text), text, {});
  let from = 0;
  for (const { text: own, quotes } of article) {
    const speeches = document.passagesIn(from, from + own.length).flatMap(speechOf);
    const outer = speeches.filter(({ quotation }) => quotation.depth === 0);
    for (const { speaker, ...quote } of quotes) {
      const { start, end } = shifted(quote, from);
      const speech = outer.find(({ quotation }) => quotation.start < end && start < quotation.end);
      const near = (a: number, b: number) => Math.abs(a - b) <= 2;
      count.spans++;
      if (speech && near(speech.quotation.start, start) && near(speech.quotation.end, end)) count.found++;
      if (!speaker) continue;
      count.all++;
      if (!speech?.speaker) continue;
      if (isWho(text, speech.speaker, 'outside' in speaker ? speaker.text : shifted(speaker, from)))
        count.right++;
      else count.wrong++;
    }
    from += own.length + BLANK_LINE.length;
  }
}

/** True if a place in a text overlaps another, or names whom words name that stand somewhere else. */
function isWho(text: string, found: Span, speaker: Span | string): boolean {
  if (typeof speaker !== 'string') return found.start < speaker.end && speaker.start < found.end;
  const [one, other] = [nameOf(text.slice(found.start, found.end)), nameOf(speaker)];
  return isPartOf(one, other) || isPartOf(other, one);
}
