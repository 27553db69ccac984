import { Document } from '../../src/corpus/document.js';
import { words } from '../../src/text/words.js';
import type { Verdict } from '../../src/verify/verdict.js';
import { verify } from '../../src/verify/verify.js';
import { libraryOfDocuments } from '../support/made.js';
import { benchAltered } from './altered.js';
import { records, type Story } from './data.js';
import { print, table } from './measure.js';

interface PairSide {
  readonly article: string;
  readonly paragraph: number;
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

interface QuotePair {
  readonly story: string;
  readonly relation: 'exact' | 'contained' | 'variant';
  readonly a: PairSide;
  readonly b: PairSide;
}

interface Paragraph {
  readonly article: string;
  readonly text: string;
  readonly quotes: readonly { readonly start: number; readonly end: number }[];
}

function documentOf(id: string, paragraphs: readonly string[]): Document {
  const text = paragraphs.join('\n\n');
  return Document.of(`${id}.txt`, Buffer.from(text), text, {});
}

const stands = (verdict: Verdict) => verdict.kind === 'exact' || verdict.kind === 'typographic';
const share = (part: number, whole: number) => `${part} of ${whole} (${((100 * part) / whole).toFixed(1)} %)`;

/** Verdicts on quotations of which it is known where they stand, and on such with something changed. */
export async function benchVerdicts(folder: string, alteredPassages = 250): Promise<void> {
  const stories = records<Story>(folder, 'outlets', 'stories.jsonl');
  const pairs = records<QuotePair>(folder, 'outlets', 'quote_pairs.jsonl');
  if (stories && pairs) await benchPairs(stories, pairs);
  const paragraphs = records<Paragraph>(folder, 'quotations', 'paragraphs.jsonl');
  if (paragraphs) await benchChanges(paragraphs);
  const articles = stories?.flatMap((story) => story.articles) ?? [];
  const documents = articles.map(({ id, paragraphs: texts }) => documentOf(id, texts));
  if (documents.length > 0) await benchAltered(await libraryOfDocuments(documents), alteredPassages);
}

async function benchPairs(stories: readonly Story[], pairs: readonly QuotePair[]): Promise<void> {
  const articles = stories.flatMap((story) =>
    story.articles.map((article) => ({ ...article, story: story.story })),
  );
  const documents = new Map(articles.map(({ id, paragraphs }) => [id, documentOf(id, paragraphs)]));
  const without = (ids: ReadonlySet<string>) =>
    libraryOfDocuments([...documents].flatMap(([id, one]) => (ids.has(id) ? [] : one)));
  const all = await without(new Set());
  const place = ({ article, paragraph, start, end }: PairSide) => {
    const offset = documents.get(article)?.passages[paragraph]?.start ?? 0;
    return { start: offset + start, end: offset + end };
  };

  let [own, ownOf, both, bothOf] = [0, 0, 0, 0];
  for (const { relation, a, b } of pairs) {
    if (relation === 'variant') continue;
    for (const [side, other] of [
      [a, b],
      [b, a],
    ] as const) {
      const verdict = await verify(all, side.text);
      const isIn = (article: string) =>
        stands(verdict) &&
        'found' in verdict &&
        verdict.found.some(({ document }) => document.id === article);
      own += isIn(side.article) ? 1 : 0;
      ownOf++;
      if (side.text.length > other.text.length) continue;
      both += isIn(other.article) ? 1 : 0;
      bothOf++;
    }
  }

  let [altered, variants, standing] = [0, 0, 0];
  for (const { a, b } of pairs.filter(({ relation }) => relation === 'variant')) {
    const verdict = await verify(await without(new Set([a.article])), a.text);
    const { start, end } = place(b);
    if (stands(verdict)) standing++;
    else variants++;
    if (verdict.kind !== 'altered') continue;
    if (verdict.near.some((near) => near.document.id === b.article && near.start < end && near.end > start))
      altered++;
  }

  const texts = new Map(
    pairs.flatMap(
      ({ story, a, b }) =>
        [
          [a.text, story],
          [b.text, story],
        ] as const,
    ),
  );
  let [better, foreign] = [0, 0];
  for (const { story, articles: told } of stories) {
    const others = await without(new Set(told.map(({ id }) => id)));
    for (const [text] of [...texts].filter(([, of]) => of === story)) {
      const { kind } = await verify(others, text);
      if (kind === 'absent' || kind === 'too-short') foreign++;
      else if (kind !== 'altered') better++;
    }
  }
  print('\nVerdicts on quotations that two outlets print');
  table([
    ['', ''],
    ['found in their own article', share(own, ownOf)],
    ['the contained side found in both', share(both, bothOf)],
    [`variants altered, near the other outlet’s (${standing} stand elsewhere)`, share(altered, variants)],
    ['of another story: absent or too short', share(foreign, texts.size)],
    ['of another story: better than altered', share(better, texts.size)],
  ]);
}

async function benchChanges(paragraphs: readonly Paragraph[]): Promise<void> {
  const byArticle = new Map<string, string[]>();
  for (const { article, text } of paragraphs)
    byArticle.set(article, [...(byArticle.get(article) ?? []), text]);
  const library = await libraryOfDocuments(
    [...byArticle.values()].map((texts, at) => documentOf(String(at), texts)),
  );
  const quotations = paragraphs.flatMap(({ text, quotes }) =>
    quotes.map(({ start, end }) => text.slice(start, end)),
  );
  const counts = new Map<string, [wrong: number, all: number]>();
  const wrong: string[] = [];
  for (const [at, quotation] of quotations.entries()) {
    for (const [change, changed] of changesOf(quotation, at)) {
      if (changed === quotation) continue;
      const [before, all] = counts.get(change) ?? [0, 0];
      const isWrong = stands(await verify(library, changed));
      counts.set(change, [before + (isWrong ? 1 : 0), all + 1]);
      if (isWrong) wrong.push(`${quotation} → ${changed}`);
    }
  }
  print('\nQuotations with one thing changed that are said to stand so');
  table([
    ['change', 'said to stand'],
    ...[...counts].map(([change, [some, all]]) => [change, share(some, all)]),
  ]);
  for (const one of wrong.slice(0, 5)) print(`  ${one}`);
}

/** A quotation with one letter, digit, word or negation changed, left out or added, at a place that `at` settles. */
function changesOf(quotation: string, at: number): [change: string, changed: string][] {
  const list = words(quotation);
  const word = list[at % Math.max(1, list.length)];
  const inner = list[1 + (at % Math.max(1, list.length - 2))];
  const put = (start: number, end: number, text: string) =>
    quotation.slice(0, start) + text + quotation.slice(end);
  const changes: [string, string][] = [];
  if (word) {
    const place = word.start + (at % word.text.length);
    const other = quotation[place] === 'x' ? 'y' : 'x';
    changes.push(
      ['a letter changed', put(place, place + 1, other)],
      ['a letter added', put(place, place, 'q')],
    );
    if (word.text.length > 1) changes.push(['a letter left out', put(place, place + 1, '')]);
  }
  if (inner && list.length > 2) {
    changes.push(
      ['a word changed', put(inner.start, inner.end, 'banana')],
      ['a word left out', put(inner.start, inner.end + 1, '')],
      ['a negation added', put(inner.start, inner.start, 'not ')],
    );
  }
  const digit = quotation.search(/\d/);
  if (digit !== -1) {
    changes.push(
      ['a digit changed', put(digit, digit + 1, String((Number(quotation[digit]) + 1) % 10))],
      ['a digit left out', put(digit, digit + 1, '')],
    );
  }
  const negation = /(?<=\w )(?:not|never|no) (?=\w)/.exec(quotation);
  if (negation)
    changes.push(['a negation left out', put(negation.index, negation.index + negation[0].length, '')]);
  return changes;
}
