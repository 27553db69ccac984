import { documentId } from './document.js';
import { EXTENSIONS } from './forms/form.js';

/** The endings of the files that are read as documents, with their full stops. */
export const DOCUMENT_ENDINGS: readonly string[] = EXTENSIONS.map((extension) => `.${extension}`);
/** The longest name of a file that is made, without its ending, in UTF-16 code units: a line of a citation holds it. */
export const MAX_STEM = 60;

/** Names that Windows keeps for itself, whatever their ending. */
const KEPT_BY_WINDOWS = /^(?:con|prn|aux|nul|com\d|lpt\d)$/i;
/** What programs call a file that nobody named: Discord a long text that was pasted, others what was downloaded or scanned. */
const UNNAMED = /^(?:message|document|untitled|unknown|download|scan|text|file)?[-_]*\d{0,3}$/i;

/** The ending of a file's name with its full stop, in small letters; empty where it has none. */
export function endingOf(name: string): string {
  return /[^./\\](\.[\p{L}\p{N}]{1,10})$/u.exec(name)?.[1]?.toLowerCase() ?? '';
}

/**
 * A name for a file with `ending` (as of `endingOf`), made of the first of `names` that says something: letters and digits in any
 * script parted by hyphens, so that all of it but the ending is the document's id. An id before an underscore and a
 * hash, as in `001_fb275b7c`, stays one. Undefined where no name says anything.
 */
export function fileNameOf(names: readonly (string | undefined)[], ending: string): string | undefined {
  const stems = names.flatMap((name) => (name === undefined ? [] : stemOf(name, ending)));
  // A number by itself is what somebody numbers documents with.
  const stem = stems.find((one) => !UNNAMED.test(one) || /^\d/.test(one)) ?? stems.find((one) => one !== '');
  if (stem === undefined) return undefined;
  return `${KEPT_BY_WINDOWS.test(documentId(stem + ending)) ? `document-${stem}` : stem}${ending}`;
}

function stemOf(name: string, ending: string): string {
  const base = name
    .normalize('NFC')
    .slice(0, 500)
    .replace(/^.*[/\\]/su, '');
  const bare = base.toLowerCase().endsWith(ending) ? base.slice(0, base.length - ending.length) : base;
  const [, id, rest] = /^([\p{L}\p{N}-]+)_([0-9a-f]{6,64})$/u.exec(bare) ?? [];
  const parts = id === undefined || rest === undefined ? [bare] : [id, rest];
  return shortened(
    parts
      .map(hyphenated)
      .filter((part) => part !== '')
      .join('_'),
  );
}

function hyphenated(text: string): string {
  return text.replace(/[^\p{L}\p{M}\p{N}]+/gu, '-').replace(/^-|-$/g, '');
}

/** Cut between characters, and between words where that leaves half of it. */
function shortened(stem: string): string {
  if (stem.length <= MAX_STEM) return stem;
  const cut = [...stem.slice(0, MAX_STEM + 1)].slice(0, -1).join('').slice(0, MAX_STEM);
  const last = cut.lastIndexOf('-');
  return last > MAX_STEM / 2 ? cut.slice(0, last) : cut.replace(/-$/, '');
}
