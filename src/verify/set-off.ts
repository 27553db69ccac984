import type { Quotation } from '../text/quotation-marks.js';
import { words } from '../text/words.js';

/** How a sentence ends before a quotation that begins another, the blanks between them left out. */
const ENDS_SENTENCE = /(?:^|[.!?…。！？]["”’»」』]?)$/u;
/** A colon introduces what is said in every language that has one. */
const COLON = /[:：]\s*$/;
const COMMA_BEFORE = /[,，、،]\s*$/;
/** A comma or dash behind the closing mark, and words after it. */
const COMMA_AFTER = /^\s{0,3}(?:[,，、،]|[–—―-]{1,2})\s*(?=[\p{L}@])/u;
/** What closes a quoted clause inside the marks; the sentence goes on in a small letter, or in a script without capitals. */
const CLOSED = /[,.!?…，。！？]\s*$/u;
const GOES_ON = /^\s{0,3}[\p{Ll}\p{Lo}]/u;
/** A verb that ends the sentence of a quotation has at most an auxiliary and a pronoun beside it: “…” diye konuştu. */
const MAX_CLOSING_WORDS = 3;
/** So much is looked at on either side, in UTF-16 code units: signs and blanks, and what a word begins with. */
const LOOKED_AT = 12;

/**
 * True if what stands around a quotation is set off from it as words are that say who said it, whatever their
 * language: behind the comma that closes a quotation at the beginning of a sentence („…“, sagte Borg), before a colon
 * (Borg sagte: „…“), or before a comma where at most a verb follows (Borg, “…” dedi).
 */
export function isSetOff(text: string, { start, end, innerStart, innerEnd, closed }: Quotation): boolean {
  if (!closed) return false;
  const before = text.slice(Math.max(0, start - LOOKED_AT), start);
  const after = text.slice(end);
  if (COLON.test(before) && /[\p{L}\p{N}]/u.test(before)) return true;
  if (COMMA_BEFORE.test(before)) return words(after.slice(0, REST)).length <= MAX_CLOSING_WORDS;
  const inner = text.slice(Math.max(innerStart, innerEnd - LOOKED_AT), innerEnd);
  const follows = COMMA_AFTER.test(after) || (CLOSED.test(inner) && GOES_ON.test(after));
  return follows && beginsSentence(before);
}

function beginsSentence(before: string): boolean {
  const ending = before.trimEnd();
  return ENDS_SENTENCE.test(ending) || before.slice(ending.length).includes('\n');
}

/** Three words are shorter, in UTF-16 code units: more of them are not counted. */
const REST = 80;
