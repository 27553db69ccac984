import type { Passage } from '../corpus/passage.js';
import { isCommon } from '../languages/terms.js';
import { outerQuotationsIn } from '../text/quotation-marks.js';
import { words } from '../text/words.js';
import type { Engine } from './engine.js';

/** The share of the words' weight that must stand inside quotation marks: with less, more of it is told than said. */
const MIN_SAID = 0.5;

/** A function that tells whether at least half of what the words of `text` weigh is said in a passage, inside quotation marks. */
export async function readSaid(
  text: string,
  engine: Pick<Engine, 'statistics' | 'read'>,
): Promise<(passage: Passage) => boolean> {
  const typed = words(text);
  const telling = typed.filter((word) => !isCommon(word.text));
  const chosen = telling.length > 0 ? telling : typed;
  const asked = await engine.statistics(chosen.map((word) => word.text));
  const whole = asked.reduce((sum, { weight }) => sum + weight, 0);
  return (passage) => {
    const quotations = outerQuotationsIn(passage.text);
    if (quotations.length === 0) return false;
    const said = new Set<number>();
    const places = words(passage.text);
    for (const [at, key] of engine.read(passage).keys.entries()) {
      const place = places[at];
      if (place && quotations.some((one) => one.innerStart <= place.start && place.end <= one.innerEnd)) {
        said.add(key);
      }
    }
    const met = asked.reduce(
      (sum, { keys, weight }) => (keys.some((key) => said.has(key)) ? sum + weight : sum),
      0,
    );
    return met > 0 && met >= whole * MIN_SAID;
  };
}
