import fc from 'fast-check';
import { escapeMarkdown, quoteMarkdown, readBackQuote } from '../../src/surfaces/discord/markdown.js';
import { adversarialText } from '../support/adversarial.js';
import { asParsed, readDiscord } from '../support/read-discord.js';
import { print, table } from './measure.js';

/** True if Discord shows `text` as it stands where it is quoted with `marks`, or said in our own words. */
function isFaithful(text: string, marks: { start: number; end: number }[]): boolean {
  const quote = quoteMarkdown(text, marks);
  const shown = readDiscord(quote);
  const said = readDiscord(escapeMarkdown(text));
  const wanted = asParsed(text);
  return (
    shown.foreign.length === 0 &&
    said.foreign.length === 0 &&
    said.bold.length === 0 &&
    said.text === wanted &&
    shown.text.replace(/\n$/, '') === wanted.replace(/\n$/, '') &&
    readBackQuote(quote) === text
  );
}

/** How many of `count` generated texts, and of `paragraphs`, Discord would show otherwise than they stand. */
export function benchFidelity(count: number, paragraphs: readonly string[]): void {
  const sample = fc.sample(
    adversarialText.filter((text) => text.trim() !== ''),
    { numRuns: count, seed: 1 },
  );
  const third = (text: string) => {
    const [start, end] = [Math.floor(text.length / 3), Math.floor((2 * text.length) / 3)];
    return start < end ? [{ start, end }] : [];
  };
  const unfaithful = (texts: readonly string[]) => texts.filter((text) => !isFaithful(text, third(text)));
  const generated = unfaithful(sample);
  const real = unfaithful(paragraphs);
  print('\nFidelity: texts read back by an independent parser of Discord’s markdown');
  table([
    ['', 'texts', 'shown otherwise'],
    ['generated to be misread', String(sample.length), String(generated.length)],
    ['paragraphs of articles', String(paragraphs.length), String(real.length)],
  ]);
  for (const text of [...generated, ...real].slice(0, 5)) print(`  ${JSON.stringify(text)}`);
  if (generated.length + real.length > 0) process.exitCode = 1;
}
