import type { WordDifference } from '../verify/differences.js';
import type { Fold } from '../verify/verdict.js';

/**
 * In what a quotation may differ from a document: in words or signs, in what it leaves out or puts in, or in how it
 * is typeset.
 */
export type DifferenceKind = WordDifference['kind'] | 'omitted' | 'inserted' | Fold;

/** Every kind; that none is missing here, the type sees to. */
const ALL: Readonly<Record<DifferenceKind, true>> = {
  changed: true,
  missing: true,
  added: true,
  punctuation: true,
  'letter case': true,
  omitted: true,
  inserted: true,
  'quotation marks': true,
  apostrophes: true,
  'dashes and hyphens': true,
  'hyphens at line ends': true,
  'white space': true,
  'ellipsis characters': true,
  'composed characters': true,
  'presentation forms': true,
  'invisible characters': true,
  'direction marks': true,
  'first letter': true,
  'opening punctuation': true,
  'closing punctuation': true,
  brackets: true,
  'emphasis marks': true,
  'spoiler marks': true,
  'code marks': true,
  'block-quote marks': true,
  'list marks': true,
  'heading marks': true,
  backslashes: true,
  'HTML entities': true,
  'footnote marks': true,
  links: true,
  mentions: true,
  signatures: true,
  emoji: true,
};

/** The kinds of difference, as JSON names them. */
export const DIFFERENCE_KINDS = Object.keys(ALL) as DifferenceKind[];
