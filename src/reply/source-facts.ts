import { Document } from '../corpus/document.js';
import type { Excerpt } from '../corpus/excerpt.js';
import { linkTo } from './link.js';

const NOT_STATED = 'not stated';

/** Everything that is known of where words stand, and what to run to check it by hand. */
export function sourceFacts(of: Excerpt | Document, revision: string): [name: string, value: string][] {
  const document = of instanceof Document ? of : of.document;
  const { title, author, outlet, published, url, language } = document.source;
  const stated: [string, string][] = [
    ['Outlet', outlet ?? NOT_STATED],
    ['Title', title ?? NOT_STATED],
    ['Author', author ?? NOT_STATED],
    ['Published', published ?? NOT_STATED],
    ['Address', (of instanceof Document ? url : linkTo(of)) ?? NOT_STATED],
    ['Language', language ?? NOT_STATED],
    ['File', document.file],
  ];
  const place = of instanceof Document ? [] : placeFacts(of);
  return [
    ...stated,
    ...place,
    ['SHA-256 of the file', document.sha256],
    ['Revision', revision],
    ['To check, in the folder of the documents', `sha256sum ${quotedForShell(document.file)}`],
    ...(of instanceof Document ? [] : checkFacts(of)),
  ];
}

function placeFacts({ document, start, end }: Excerpt): [string, string][] {
  const [first, last] = [document.lineAt(start), document.lineAt(end - 1)];
  return [
    [first === last ? 'Line' : 'Lines', first === last ? String(first) : `${first} to ${last}`],
    ['Offsets', `${start} to ${end}, in UTF-16 code units of the text`],
  ];
}

function checkFacts({ document, start, end }: Excerpt): [string, string][] {
  const [first, last] = [document.lineAt(start), document.lineAt(end - 1)];
  return [['Then', `sed -n ${first},${last}p ${quotedForShell(document.file)}`]];
}

/** A file's name as a shell takes it for one word. */
function quotedForShell(name: string): string {
  return /^[\w./-]+$/.test(name) ? name : `'${name.replaceAll("'", `'\\''`)}'`;
}
