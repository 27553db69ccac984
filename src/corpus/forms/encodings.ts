import iconv from 'iconv-lite';
import { messages } from '../../messages/index.js';
import { atFirstOf, badLines, inUtf8, type TextFault } from './decode.js';

/** What the library also takes for an encoding, and which no text is written in. */
const NO_ENCODING = /^(?:hex|base64|binary|internal|utf-?7.*|cesu-?8)$/i;
/** Names of Latin 1, which are taken for Windows-1252 on the web (WHATWG Encoding, "windows-1252"). */
const LATIN_1 = /^(?:iso-?8859-?1|iso_8859-1|latin-?1|l1|us-ascii|ascii)$/i;
const UTF_8 = /^utf-?8$/i;
const UTF_16 = /^utf-?16-?[lb]e$/i;
/** What stands where bytes are no character. */
const REPLACEMENT = '\uFFFD';

/** The encodings in which old texts are, by their writing systems; those of the web first (WHATWG Encoding), then those of the Macintosh and of DOS. */
export const USUAL_ENCODINGS = [
  'utf-8',
  'utf-16le',
  'utf-16be',
  'windows-1252',
  'iso-8859-15',
  'windows-1250',
  'iso-8859-2',
  'windows-1251',
  'koi8-r',
  'windows-1253',
  'windows-1254',
  'windows-1255',
  'windows-1256',
  'windows-1257',
  'windows-1258',
  'windows-874',
  'gb18030',
  'big5',
  'shift_jis',
  'euc-jp',
  'euc-kr',
  'macroman',
  'cp850',
  'cp866',
] as const;

/** True for the name of an encoding that can be read, such as `windows-1252`. */
export function isEncoding(name: string): boolean {
  return !NO_ENCODING.test(name.trim()) && iconv.encodingExists(name.trim());
}

/** True where what is stated of an encoding, if anything is, is UTF-8. */
export function isUtf8(name: string | undefined): boolean {
  return name === undefined || UTF_8.test(name);
}

/** The name by which an encoding is read: that of Windows for Latin 1, which it includes. */
export function readAsEncoding(name: string): string {
  return LATIN_1.test(name.trim()) ? 'windows-1252' : name.trim();
}

/** What `bytes` say in `encoding`, without a byte order mark, or the fault of the lines where they say nothing in it. */
export function decodeAs(bytes: Uint8Array, encoding: string): { text: string } | { faults: TextFault[] } {
  if (isUtf8(encoding)) {
    const text = inUtf8(bytes);
    if (text !== undefined) return { text };
    return { faults: [atFirstOf(badLines(bytes), messages.forms.notInEncoding(encoding))] };
  }
  const text = UTF_16.test(encoding)
    ? inUtf16(bytes, encoding)
    : iconv.decode(bytes, readAsEncoding(encoding));
  if (!text.includes(REPLACEMENT)) return { text };
  const bad = text.split('\n').flatMap((line, index) => (line.includes(REPLACEMENT) ? [index + 1] : []));
  return { faults: [atFirstOf(bad, messages.forms.notInEncoding(encoding))] };
}

/** Half a pair of code units is no character, which iconv-lite lets pass. */
function inUtf16(bytes: Uint8Array, encoding: string): string {
  return new TextDecoder(/le$/i.test(encoding) ? 'utf-16le' : 'utf-16be').decode(bytes);
}
