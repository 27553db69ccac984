import { capitalised, LEXICA, zipf } from './vocabulary.js';

/** A piece of a sentence, and what another outlet may print for it. */
export interface Piece {
  readonly text: string;
  readonly other: string;
}

/** What a story is about: its own words, beside those of the language, and names with capitals. */
export interface Subject {
  readonly nouns: readonly string[];
  readonly names: readonly string[];
}

/** How many of a story's nouns are of its own subject. */
const OWN_NOUNS = 0.35;
const DAYS = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];
// As often as each stands here, so that `the` is one word of sixteen and the rest follow it at English distances.
const ARTICLES = ['the', 'the', 'the', 'the', 'a', 'a', 'a', '', '', '', 'its', 'their', 'this', 'his'];
const PREPOSITIONS = 'of of of of in in in to to for for on with at by from about'.split(' ');
const AUXILIARIES = ['had', 'had not', 'has', 'was', 'is', 'would be', 'will be', 'had been', 'has not'];
const JOINTS = [
  ', which',
  'because',
  'while',
  ', and',
  ', and',
  'and',
  'that',
  'before',
  ', but',
  'as',
  'to have',
];

/** Makes sentences of about 20 words, half of them function words, with a subject's words and names among them. */
export class Prose {
  constructor(
    private readonly random: () => number,
    private readonly subject: Subject,
  ) {}

  chance(share: number): boolean {
    return this.random() < share;
  }

  pick<T>(list: readonly T[]): T {
    return list[Math.floor(this.random() * list.length)] as T;
  }

  /** Who did what, as a headline has it. */
  headline(): string {
    return this.print([same(this.pick(this.subject.names)), this.#word('verb'), ...this.#phrase(false)]);
  }

  sentence(): Piece[] {
    return [...this.#opening(), ...this.#clause(), ...this.#tail()];
  }

  /** A sentence as an outlet prints it: each piece replaced by its other one with a probability of `replaced`. */
  print(pieces: readonly Piece[], replaced = 0): string {
    const said = pieces.map(({ text, other }) => (this.chance(replaced) ? other : text)).filter(Boolean);
    const joined = said
      .join(' ')
      .replaceAll(' ,', ',')
      .replace(/\ba (?=[aeiou])/g, 'an ');
    return capitalised(joined);
  }

  #opening(): Piece[] {
    if (this.chance(0.6)) return [];
    const openings = [
      () => [same(`On ${this.pick(DAYS)},`)],
      () => [{ text: 'Meanwhile,', other: '' }],
      () => [same('But')],
      () => [same('After the'), this.#word('noun'), same(',')],
      () => [same(`In ${this.pick(this.subject.names)},`)],
    ];
    return this.pick(openings)();
  }

  #clause(): Piece[] {
    return [...this.#phrase(true), ...this.#verb(), ...this.#phrase(false), ...this.#prepositional(0.9)];
  }

  #tail(): Piece[] {
    if (this.chance(0.45)) return [];
    const joint = this.pick(JOINTS);
    const subject = [', which', 'that', 'to have'].includes(joint) ? [] : this.#phrase(true);
    return [same(joint), ...subject, ...this.#verb(), ...this.#phrase(false), ...this.#prepositional(0.6)];
  }

  #phrase(canBeName: boolean): Piece[] {
    if (canBeName && this.chance(0.3)) return [same(this.pick(this.subject.names))];
    if (canBeName && this.chance(0.2)) return [same(this.pick(['it', 'they', 'he', 'she', 'we']))];
    const number: Piece[] = this.chance(0.08) ? [same(this.#number())] : [];
    const adjective: Piece[] = this.chance(0.4) ? [this.#word('adjective')] : [];
    const article = this.pick(ARTICLES);
    const second: Piece[] = this.chance(0.12) ? [same('and'), this.#word('noun')] : [];
    return [
      same(number.length > 0 ? 'the' : article),
      ...number,
      ...adjective,
      this.#word('noun'),
      ...second,
    ];
  }

  #verb(): Piece[] {
    const auxiliary: Piece[] = this.chance(0.35) ? [same(this.pick(AUXILIARIES))] : [];
    return [...auxiliary, this.#word('verb')];
  }

  /** Prepositional phrases, the next one with a probability of `share`, which falls. */
  #prepositional(share: number): Piece[] {
    if (!this.chance(share)) return [];
    return [same(this.pick(PREPOSITIONS)), ...this.#phrase(false), ...this.#prepositional(share * 0.7)];
  }

  #word(kind: 'noun' | 'verb' | 'adjective'): Piece {
    const own = kind === 'noun' && this.chance(OWN_NOUNS);
    const text = own ? this.pick(this.subject.nouns) : zipf(LEXICA[kind], this.random);
    const plural = kind === 'noun' && this.chance(0.3);
    // A story's own word is mostly what every outlet calls the thing.
    const other = own && this.chance(0.8) ? text : zipf(LEXICA[kind], this.random);
    return plural ? { text: plurals(text), other: plurals(other) } : { text, other };
  }

  #number(): string {
    const number = 2 + Math.floor(998 ** this.random());
    return this.chance(0.3) ? `${number}.${Math.floor(this.random() * 10)} million` : String(number);
  }
}

function plurals(noun: string): string {
  if (noun.endsWith('s')) return noun;
  return noun.endsWith('y') ? `${noun.slice(0, -1)}ies` : `${noun}s`;
}

/** A piece that every outlet prints alike. */
function same(text: string): Piece {
  return { text, other: text };
}
