import JSZip from 'jszip';
import { OBJECT } from './markup-text.js';

/** The parts of a Word document that have its text, its notes and their styles. */
const PART = /^word\/[^/]+\.xml$/;
/** The colour of a highlight by which text is marked that Word hides; no document has it, since Word’s colours are others. */
export const HIDDEN_COLOUR = 'hidden';

const FORMULA = { opening: /<m:oMath(?:Para)?(?:\s[^>]*)?>/g, closing: /<\/m:oMath(?:Para)?>/g };
/** Elements of a formula whose parts stand above, below or around each other: in one line they would say something else. */
const BUILT =
  /<m:(?:acc|bar|borderBox|box|d|eqArr|f|func|groupChr|limLow|limUpp|m|nary|phant|rad|sPre|sSub|sSubSup|sSup)[\s>]/;

/**
 * Rewrites in a Word document what its reader does not know, in words that it does: hidden text, text that is struck
 * out twice, the characters below which stands how they are read, and formulas. Others of its parts stay as they are.
 */
export async function withKnownParts(docx: Uint8Array): Promise<Buffer> {
  const zip = await JSZip.loadAsync(docx);
  let isChanged = false;
  for (const name of Object.keys(zip.files)) {
    if (!PART.test(name)) continue;
    const xml = (await zip.file(name)?.async('string')) ?? '';
    const known = inKnownWords(xml);
    if (known === xml) continue;
    zip.file(name, known);
    isChanged = true;
  }
  return isChanged ? zip.generateAsync({ type: 'nodebuffer' }) : Buffer.from(docx);
}

function inKnownWords(xml: string): string {
  const isOff = (tag: string) => /w:val="(?:0|false|off)"/.test(tag);
  const plain = xml
    .replace(/<w:vanish(?:\s[^>]*)?\/>/g, (tag) =>
      isOff(tag) ? '' : `<w:highlight w:val="${HIDDEN_COLOUR}"/>`,
    )
    .replaceAll('<w:dstrike', '<w:strike')
    .replace(/<\/?w:ruby(?:Base)?>/g, '');
  const unread = without(without(plain, '<w:rt>', '</w:rt>'), '<w:rubyPr>', '</w:rubyPr>');
  return unread.includes('<m:oMath') ? withFormulas(unread) : unread;
}

/** A text without what stands between two marks, and without these. */
function without(text: string, opening: string, closing: string): string {
  const [first = '', ...others] = text.split(opening);
  return [first, ...others.map((part) => part.slice(part.indexOf(closing) + closing.length))].join('');
}

/** Formulas as runs of text. */
function withFormulas(xml: string): string {
  // A paragraph of formulas has formulas in it, so what is outermost is looked for.
  const marks = [...xml.matchAll(FORMULA.opening)].map(({ index }) => ({ index, by: 1 }));
  const ends = [...xml.matchAll(FORMULA.closing)].map(({ index, 0: { length } }) => ({
    index: index + length,
    by: -1,
  }));
  let [depth, from, read] = [0, 0, 0];
  const parts: string[] = [];
  for (const { index, by } of [...marks, ...ends].sort((a, b) => a.index - b.index)) {
    if (by === 1 && depth === 0) from = index;
    depth += by;
    if (depth > 0) continue;
    depth = 0;
    parts.push(xml.slice(read, from), formula(xml.slice(from, index)));
    read = index;
  }
  return parts.join('') + xml.slice(read);
}

function formula(xml: string): string {
  const words = [...xml.matchAll(/<m:t(?:\s[^>]*)?>([^<]*)<\/m:t>/g)].map(([, text = '']) => text).join('');
  const text = BUILT.test(xml) ? OBJECT : words;
  return `<w:r><w:t xml:space="preserve">${text}</w:t></w:r>`;
}
