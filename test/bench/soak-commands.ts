import { seededRandom } from './texts.js';

/** A command as the soak asks it: in the terminal, on Discord, or while an option of it is typed. */
export interface Asked {
  readonly way: 'terminal' | 'Discord' | 'completion';
  readonly command: string;
  readonly options: Readonly<Record<string, string | boolean>>;
  /** The option that is being typed. */
  readonly focused?: string;
}

/** Words that the documents have, so that much is found, read and compared. */
const KNOWN =
  'Putin president opposition rallies financed NGOs Obama Kerry Russia government election Clinton Stone film interview said told';
/** How long options are, in UTF-16 code units: most as long as a long sentence, and some as long as they may be. */
const SENTENCE = 150;
const LONGEST = { topic: 4_000, question: 4_000, quote: 6_000, typed: 6_000 };
/** Of so many options one is as long as it may be; no divisor of the kinds, so that it comes to each. */
const LONG_ONE_IN = 251;

/** The command number `at`: always the same for the same number, and no other like it. */
export function askedAt(at: number): Asked {
  const random = seededRandom(at * 7_919 + 13);
  const text = (most: number) =>
    `${textOf(random, at % LONG_ONE_IN === 0 ? most : SENTENCE)} n${at}`.slice(-most);
  const name = () => `${wordOf(random)} ${wordOf(random)} n${at}`.slice(-100);
  const way = at % 2 === 0 ? 'terminal' : 'Discord';
  switch (Math.abs(at) % 8) {
    case 0:
    case 1:
      return { way, command: 'quote', options: { topic: text(LONGEST.topic) } };
    case 2:
      return { way, command: 'ask', options: { question: `What did ${text(LONGEST.question - 10)}` } };
    case 3:
      return { way, command: 'verify', options: { quote: text(LONGEST.quote) } };
    case 4:
      return { way, command: 'compare', options: { topic: text(LONGEST.topic), picture: false } };
    case 5:
      return { way, command: 'source', options: { id: name() } };
    case 6:
      return { way, command: 'compare', options: { speaker: name(), picture: false } };
    default:
      return {
        way: 'completion',
        command: 'quote',
        options: { topic: text(LONGEST.typed) },
        focused: 'topic',
      };
  }
}

function textOf(random: () => number, length: number): string {
  const known = KNOWN.split(' ');
  let text = '';
  while (text.length < length) {
    const isKnown = random() < 0.2;
    text += `${isKnown ? known[Math.floor(random() * known.length)] : wordOf(random)} `;
  }
  return text.trimEnd().slice(0, length);
}

/** A word that no text has: mostly as long as words are, sometimes as long as no word is. */
function wordOf(random: () => number): string {
  const length = random() < 0.1 ? 20 + Math.floor(random() * 180) : 3 + Math.floor(random() * 30);
  const letter = () => String.fromCharCode(97 + Math.floor(random() * 26));
  return Array.from({ length }, letter).join('');
}
