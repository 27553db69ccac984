import { decode } from 'html-entities';

/** Tags of HTML that pages are made of; others may be anything between angle brackets. */
const TAG =
  /<\/?(?:a|article|b|blockquote|body|br|div|em|figure|font|footer|h[1-6]|head|header|hr|html|i|iframe|img|li|link|meta|nav|ol|p|script|section|span|strong|style|sub|sup|table|td|th|tr|u|ul)(?:\s[^<>]{0,300})?\/?>/gi;
/** What may be an entity of HTML, in as many characters as the longest has that anybody writes. */
const ENTITY = /&(?:[a-z]{2,8}\d{0,2}|#\d{2,7}|#x[\da-f]{2,6});/gi;

/** The tags of HTML in a text, with their places in UTF-16 code units. */
export function* tagsIn(text: string): Generator<{ readonly at: number; readonly text: string }> {
  if (!text.includes('<')) return;
  for (const { index, 0: found } of text.matchAll(TAG)) yield { at: index, text: found };
}

/** The entities of HTML in a text that stand for a character, with their places. */
export function* entitiesIn(text: string): Generator<{ readonly at: number; readonly text: string }> {
  if (!text.includes('&')) return;
  for (const { index, 0: found } of text.matchAll(ENTITY)) {
    if (decode(found) !== found) yield { at: index, text: found };
  }
}
