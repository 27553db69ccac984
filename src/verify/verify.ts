import { createPace, type Pace } from '../text/pace.js';
import { foldsBetween } from '../text/typography.js';
import { words } from '../text/words.js';
import {
  type Claim,
  type ClaimPart,
  readClaim,
  sentencesOfClaim,
  withoutBracketedLetter,
  withoutItsBrackets,
} from './claim.js';
import { findApart, findElided, insertionsAt, standTogether } from './elision.js';
import { Finder, MAX_OCCURRENCES, type Occurrence, type Searched } from './finder.js';
import { findInParts } from './in-parts.js';
import { type NearWording, nearWordings } from './nearest.js';
import { asTyped, type BareText, withoutMarkup } from './pasted.js';
import { QuotationsOf, quotedness } from './quotedness.js';
import type { Finding, Fold, FoundPlace, Verdict } from './verdict.js';

/**
 * What the documents say of what somebody claims was said. Rests as `pace` says.
 * @throws whatever `pace` throws, when its budget is used up.
 */
export async function verify(
  searched: Searched,
  claimed: string,
  pace: Pace = createPace(),
): Promise<Verdict> {
  const verifier = new Verifier(searched, pace);
  const typed = asTyped(claimed);
  const bare = withoutMarkup(claimed);
  const given = readClaim(claimed);
  if (bare.setAside.length === 0)
    return (await verifier.standing(given, typed)) ?? verifier.otherwise(given, typed);
  // What a document has is not set aside, so the claim is looked for as typed first; and what is set aside is not
  // taken for words that were put in.
  const whole = await verifier.whole(given, typed);
  if (whole) return whole;
  const claim = readClaim(bare.text);
  return (
    (await verifier.standing(claim, bare)) ??
    (await verifier.tooShort(given, typed)) ??
    (await verifier.elided(given, typed)) ??
    verifier.otherwise(claim, bare)
  );
}

/** True if a document has the whole of what is claimed, word for word, whatever its typography. */
export async function stands(searched: Searched, claimed: string, pace: Pace): Promise<boolean> {
  const verifier = new Verifier(searched, pace);
  return (await verifier.findWhole(readClaim(claimed), asTyped(claimed))).found.length > 0;
}

/** Judges one claim. */
class Verifier {
  readonly #read = new QuotationsOf();

  readonly #finder: Finder;

  constructor(
    private readonly searched: Searched,
    private readonly pace: Pace,
  ) {
    this.#finder = new Finder(searched, pace);
  }

  /** The verdict where the words stand, or are too few to tell; undefined where they do not stand. */
  async standing(claim: Claim, bare: BareText): Promise<Verdict | undefined> {
    return (
      (await this.tooShort(claim, bare)) ??
      (await this.whole(claim, bare)) ??
      (await this.elided(claim, bare))
    );
  }

  /** The verdict where the words are too few to tell. */
  async tooShort(claim: Claim, bare: BareText): Promise<Verdict | undefined> {
    if (!claim.tooShort) return undefined;
    const found = claim.folded === '' ? [] : await this.#finder.find(claim.folded);
    return { kind: 'too-short', found, claim, bare };
  }

  /** The verdict where all parts of a claim that leaves words out, or puts words in, stand. */
  async elided(claim: Claim, bare: BareText): Promise<Verdict | undefined> {
    for (const elision of claim.elisions) {
      const places = await findElided(this.#finder, elision, this.#read);
      await this.pace();
      if (places.found.length === 0) continue;
      const insertions = await insertionsAt(this.#finder, elision.insertions, places.found);
      return { kind: 'elided', ...places, insertions, claim, bare };
    }
    return undefined;
  }

  /** The verdict where all words stand as they are, typography apart; undefined where they do not. */
  async whole(claim: Claim, bare: BareText): Promise<Verdict | undefined> {
    const { found, isAll } = await this.findWhole(claim, bare);
    await this.pace();
    const [first] = found;
    if (!first) return undefined;
    const kind = first.folds.length === 0 ? 'exact' : 'typographic';
    return { kind, found, isAll, otherwise: await this.#wordedOtherwise(claim, found), claim, bare };
  }

  /** The verdict on a claim that does not stand. */
  async otherwise(claim: Claim, bare: BareText): Promise<Verdict> {
    return { ...(await this.#finding(claim)), claim, bare };
  }

  async #finding(claim: Claim): Promise<Finding> {
    for (const { parts } of claim.elisions) {
      const apart = await findApart(this.#finder, parts);
      if (apart) return { kind: 'joined', parts: apart };
      await this.pace();
    }
    const parted = await findInParts(this.searched.engine, claim, this.#read);
    if (parted.found.length > 0) return { kind: 'in-parts', ...parted };
    const sentences = sentencesOfClaim(claim);
    const apart = await this.#sentencesApart(sentences);
    if (apart) return apart;
    const standing = sentences.length > 1 ? await this.#anyStanding(sentences) : [];
    const { near, isAll } = await nearWordings(this.searched.engine, claim, this.pace, { standing });
    return near.length > 0 ? { kind: 'altered', near, isAll } : { kind: 'absent' };
  }

  /**
   * Sentences that stand apart from each other although nothing in the claim says so. Where they stand near each
   * other in order, the claim left out words, and that is for the nearest wording to show.
   */
  async #sentencesApart(sentences: readonly ClaimPart[]): Promise<Finding | undefined> {
    if (sentences.length < 2 || sentences.some(({ tooShort }) => tooShort)) return undefined;
    if (await standTogether(this.#finder, sentences)) return undefined;
    const parts = await findApart(this.#finder, sentences);
    return parts && { kind: 'joined', parts };
  }

  /** Where sentences of the claim stand although others do not. */
  async #anyStanding(sentences: readonly ClaimPart[]): Promise<Occurrence[]> {
    const standing: Occurrence[] = [];
    for (const { text, folded } of sentences) {
      if (words(text).length < MIN_STANDING) continue;
      standing.push(...(await this.#finder.find(folded)).slice(0, MAX_STANDING));
    }
    return standing;
  }

  /** The places that carry all of the claim's words as they stand, typography apart, the least different first. */
  async findWhole(claim: Claim, bare: BareText): Promise<FoundPlaces> {
    if (claim.tooShort) return NOWHERE;
    const opened = withoutBracketedLetter(claim);
    const without = withoutItsBrackets(claim);
    const readings: (readonly [part: ClaimPart, folds: readonly Fold[]])[] = [
      [claim, []],
      ...(opened ? ([[opened, []]] as const) : []),
      ...(without ? ([[without, ['brackets']]] as const) : []),
    ];
    for (const [part, folds] of readings) {
      const places = await this.#finder.find(part.folded);
      const found = places.flatMap((place) =>
        this.#foundPlace(place, part, claim, [...folds, ...bare.setAside]),
      );
      if (found.length === 0) continue;
      found.sort((a, b) => a.folds.length - b.folds.length);
      return { found, isAll: places.length < MAX_OCCURRENCES };
    }
    return NOWHERE;
  }

  /** A place of the words; none where they end a question or an exclamation there and another sentence in the claim. */
  #foundPlace(
    { document, start, end }: Occurrence,
    { text }: ClaimPart,
    { opening, closing }: Claim,
    others: readonly Fold[],
  ): FoundPlace[] {
    // A comma is the quoting sentence's own; a full stop ends the quoted one, which it did not there.
    if (closing.startsWith('.') && /^[?!]/.test(document.text.charAt(end))) return [];
    const stands = document.text.slice(start, end);
    const folds: Fold[] = foldsBetween(text, stands);
    const [given, own] = [text.charAt(0), stands.charAt(0)];
    if (given !== own && given.toLowerCase() === own.toLowerCase()) folds.push('first letter');
    const before = document.text.slice(Math.max(0, start - opening.length - MAX_BLANKS), start);
    if (!before.trimEnd().endsWith(opening)) folds.push('opening punctuation');
    const closed = document.text.startsWith(closing, end);
    if (!closed) folds.push('closing punctuation');
    const place = { document, start, end: closed ? end + closing.length : end };
    const quoted = quotedness(document, { start, end }, this.#read);
    return [{ ...place, folds: [...folds, ...others], quoted }];
  }

  /** How documents that do not have the words so have nearly the same inside quotation marks. */
  async #wordedOtherwise(claim: Claim, found: readonly FoundPlace[]): Promise<NearWording[]> {
    const except = new Set(found.map(({ document }) => document));
    if (except.size === this.searched.engine.size.documents) return [];
    const { near } = await nearWordings(this.searched.engine, claim, this.pace, {
      ...FEW,
      leastShare: SAME_UTTERANCE,
      except,
    });
    return near.filter(
      (one) => one.share >= SAME_UTTERANCE && quotedness(one.document, one, this.#read) === 'inside',
    );
  }
}

/** Places of a claim that stands, and if these are all. */
type FoundPlaces = Pick<Extract<Finding, { kind: 'exact' | 'typographic' }>, 'found' | 'isAll'>;
const NOWHERE: FoundPlaces = { found: [], isAll: true };

/** A sentence of fewer words ("And I am serious.") is anybody's, and makes nothing near. */
const MIN_STANDING = 5;
/** How many places of a sentence that stands are looked at for the rest of the claim. */
const MAX_STANDING = 4;
/** How many blanks may part opening punctuation from the words. */
const MAX_BLANKS = 4;
/** Where the words stand, other wordings are looked for as far as takes no longer than finding the words did. */
const FEW = { places: 600, closeLooks: 3 } as const;
/** The share of a claim's weight that a wording has that is called another printing of it. */
const SAME_UTTERANCE = 0.7;
