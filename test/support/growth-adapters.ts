import { compareWordings } from '../../src/compare/comparison.js';
import { quotationTies, quotedWords } from '../../src/compare/quotation-ties.js';
import { sharedWording } from '../../src/compare/shared-wording.js';
import { readTold } from '../../src/compare/told.js';
import { compareTellings } from '../../src/compare/two-tellings.js';
import { isShortFor } from '../../src/languages/english/abbreviations.js';
import { definitionsIn } from '../../src/languages/english/definitions.js';
import { isOtherSpelling } from '../../src/languages/english/other-spelling.js';
import { askedSpeaker, hasKind, isFraming } from '../../src/languages/english/questions.js';
import { abbreviationsOf } from '../../src/languages/english/wordnet/initialisms.js';
import { isRelated, isSameWord } from '../../src/languages/english/wordnet/relations.js';
import { isSpeltAlike } from '../../src/languages/english/wordnet/spellings.js';
import { wordsAsWritten } from '../../src/languages/terms.js';
import { compoundsIn } from '../../src/text/compounds.js';
import { lineCounter, linesOf } from '../../src/text/lines.js';
import { Needle } from '../../src/text/needle.js';
import { createPace } from '../../src/text/pace.js';
import { shorten } from '../../src/text/shorten.js';
import { merged } from '../../src/text/span.js';
import { onOneLine } from '../../src/text/typed.js';
import { FoldedText, foldsBetween } from '../../src/text/typography.js';
import { alignWithin } from '../../src/text/word-differences.js';
import { words } from '../../src/text/words.js';
import { isSameName } from '../../src/verify/names.js';
import { readWords } from '../../src/verify/read-words.js';
import { isSetOff } from '../../src/verify/set-off.js';
import { verify } from '../../src/verify/verify.js';
import { isWhole, isWithin } from '../../src/verify/whole-words.js';
import { libraryOfTexts } from './made.js';

/** Work on a text that was made ready. */
export type Prepared = () => unknown;
export type Adapter = (text: string) => Prepared | Promise<Prepared>;

const CLAIM = 'He said that the dam was safe for all of us';
const PARAGRAPH = 'He said that the dam is safe for all of us, and nobody laughed.';
/** The longest claim: what Discord lets an option be. */
const LONGEST_CLAIM = 6_000;
/** A corpus takes longer to build than to ask, so it is not built as long as texts are, in characters. */
export const longest: Readonly<Record<string, number>> = {
  verify: 8_000,
  compareWordings: 8_000,
  compareTellings: 8_000,
  quotationTies: 8_000,
};

const fewWords = words(PARAGRAPH).map(({ text }) => text);

/** How each function that takes more than a text, or something else, is given one. */
export const adapters: Readonly<Record<string, Adapter>> = {
  FoldedText: (text) => () => FoldedText.of(text),
  Needle: (text) => () => [...new Needle(`x${text.slice(0, text.length / 2)}`).placesIn(text)],
  foldsBetween: (text) => () => foldsBetween(text, text.replaceAll(' ', '\u00A0')),
  linesOf: (text) => () => [...linesOf(text)],
  lineCounter: (text) => () => {
    const lineAt = lineCounter(text);
    return Array.from(text, (_, at) => lineAt(at));
  },
  hasKind: (text) => () =>
    (['date', 'number', 'name'] as const).map((kind) => hasKind(text, kind, new Set(['a']))),
  // Abbreviations in brackets, with and without words before them, whatever else the text has.
  definitionsIn: (text) => () => definitionsIn(`Board of Works${text.replaceAll('a', ' (BOW) ')}`),
  // In capitals throughout, since nothing else is read anew.
  wordsAsWritten: (text) => () => wordsAsWritten(`${text.toUpperCase()} A B C D`),
  askedSpeaker: (text) => () => askedSpeaker(text.split(' ')),
  isFraming: (text) => () => isFraming([text], 0),
  abbreviationsOf: (text) => () => abbreviationsOf(text.split(' ')),
  isOtherSpelling: (text) => () => isOtherSpelling([text], [`${text}s`]),
  isShortFor: (text) => () => isShortFor('sen', `sen${text}`),
  isSameWord: (text) => () => isSameWord(text, `${text}s`),
  isRelated: (text) => () => isRelated(text, `${text}x`),
  isSpeltAlike: (text) => () => isSpeltAlike(text, `${text}s`),
  shorten: (text) => () => shorten(text, text.length / 2),
  onOneLine: (text) => () => onOneLine(text, text.length),
  merged: (text) => {
    const list = words(text);
    return () => merged(list);
  },
  // Of two long lists the work is the product; those who call it bound that.
  alignWithin: (text) => {
    const list = words(text).map((word) => word.text);
    return () => alignWithin(fewWords, list);
  },
  readWords: async (text) => {
    const { engine } = await libraryOfTexts(PARAGRAPH);
    return () => readWords(text, { start: 0, end: text.length }, engine);
  },
  isWhole: (text) => () => isWhole(text, 1, text.length - 1),
  compoundsIn: (text) => {
    const steps = words(text).map((_, at) => ({ a: at, b: at, same: at % 2 === 0 }));
    return () =>
      compoundsIn(
        steps,
        (at) => at % 3 > 0,
        (at) => at % 2 > 0,
      );
  },
  isWithin: (text) => () => isWithin(text, text.length / 2),
  isSetOff: (text) => {
    const quotation = { start: 0, end: 9, innerStart: 1, innerEnd: 8, closed: true, depth: 0 };
    return () => isSetOff(text, quotation);
  },
  isSameName: (text) => () => isSameName(text.slice(0, 100), text),
  // Of a document that holds the text, and of the text as the claim.
  verify: async (text) => {
    const library = await libraryOfTexts(`${PARAGRAPH}\n\n${text}\n\n${PARAGRAPH}`);
    return async () => {
      await verify(library, CLAIM);
      await verify(library, text.slice(0, LONGEST_CLAIM));
    };
  },
  sharedWording: (text) => () => sharedWording([text, text, `x${text}`]),
  compareWordings: async (text) => {
    const library = await libraryOfTexts(`${PARAGRAPH} ${text}`, `${text} ${PARAGRAPH}`);
    return () => compareWordings([...library.passages], library.engine);
  },
  compareTellings: async (text) => {
    const { documents, engine } = await libraryOfTexts(`${PARAGRAPH} ${text}`, `${text} ${PARAGRAPH}`);
    return async () => {
      const pace = createPace();
      const [a, b] = await Promise.all(documents.map(({ passages }) => readTold(passages, engine, pace)));
      if (a && b) await compareTellings(a, b, pace);
    };
  },
  quotationTies: async (text) => {
    const library = await libraryOfTexts(`${PARAGRAPH} ${text}`, `${text} ${PARAGRAPH}`);
    const pieces = library.passages.map(({ document, text: own }) => ({
      document,
      quoted: quotedWords(own),
    }));
    return () => quotationTies(pieces, createPace());
  },
};

/** What is measured through another function, which calls it. */
export const through: ReadonlyMap<string, string> = new Map([
  ...[
    ...[
      'stands',
      'Finder',
      'FoldedTexts',
      'LineEnds',
      'lineEndsIn',
      'standingAround',
      'joinedAt',
      'QuotationsOf',
      'quotedness',
    ],
    ...[
      'likelyPassages',
      'nearWordings',
      'differencesOf',
      'replacedAtEnds',
      'withWholeCompounds',
      'findInParts',
      'isSaidBy',
      'findElided',
      'insertionsAt',
      'findApart',
    ],
    ...['standTogether', 'withoutBracketedLetter', 'withoutItsBrackets', 'sentencesOfClaim'],
  ].map((name): [string, string] => [name, 'verify']),
  ...[
    ...['statementsOf', 'Stories', 'Reading', 'reportedIn', 'CommonStatements'],
    ...['sentenceGroups', 'absenceIn', 'withoutCopies', 'keyOfPart', 'Walk'],
  ].map((name): [string, string] => [name, 'the comparison benchmark']),
  ...[
    ...[
      'speakerAt',
      'sayingAt',
      'attributionAt',
      'tokensOf',
      'phrasesOf',
      'readVerbOfSaying',
      'readNounPhrase',
    ],
    ...[
      'subjectOf',
      'quotedAfter',
      'segmentStart',
      'hasVerb',
      'labelled',
      'signed',
      'directSubject',
      'clauseSubject',
      'nameAfter',
      'attributionOf',
      'isTitleOfWork',
      'isNaming',
    ],
    ...['isOne', 'isWithObject', 'isNameInLy'],
  ].map((name): [string, string] => [name, 'speechIn']),
  ...[
    'compareQuotations',
    'printedQuotations',
    'groupsOf',
    'roundsOf',
    'matchOf',
    'mayMatch',
    'sentenceDifferences',
    'respeltIn',
    'speakersOf',
  ].map((name): [string, string] => [name, 'compareWordings']),
  ...[
    'readTold',
    'tellSameStory',
    'mayTellSameStory',
    'quoteTheSame',
    'rowsOf',
    'quotedByBoth',
    'quoteOtherWords',
    'mostQuoted',
  ].map((name): [string, string] => [name, 'compareTellings']),
  ['introductionsAmong', 'introductionsIn'],
  ['isDenied', 'speechIn'],
  ['isBesideSaid', 'introductionsIn'],
  ['inSentence', 'sentencesOf'],
  ...['endsSentence', 'beginsSmall', 'goesOn'].map((name): [string, string] => [name, 'withoutWraps']),
]);

/** What takes no text, or a word or list that others have bounded. */
export const unrelated: ReadonlySet<string> = new Set([
  ...[
    'OverBudgetError',
    'StatementsBySpeaker',
    'createPace',
    'createDeadline',
    'inTime',
    'entry',
    'bareName',
    'lastNotAfter',
    'lengthOf',
    'languageOf',
    'readAs',
    'kindAt',
    'isKind',
    'shifted',
  ],
  ...[
    'inClass',
    'isUnitMark',
    'uniqueBy',
    'asTyped',
    'comparedText',
    'inRuns',
    'stretchOf',
    'withoutBlanks',
    'weightOf',
    'claimedWords',
    'tellerOf',
    'wordingOf',
    'withEndsReplaced',
    // A lemma is short, and what is longer is not looked up.
    ...['hasLemma', 'entryOf', 'synsetAt', 'irregularBase', 'detached'],
    ...[
      'loaded',
      'SortedLines',
      'PlacedLines',
      'remembered',
      'rememberedList',
      'rememberedWords',
      'bytesOfString',
    ],
    ...['is', 'isDash', 'isEnd', 'regularForms'],
    'isCompared',
    'withoutHonorifics',
    ...['meets', 'rowOfOne', 'keyOf', 'tellersOf', 'compareInterest', 'itemAt'],
  ],
]);
