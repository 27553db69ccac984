import { Document } from '../corpus/document.js';
import type { Excerpt } from '../corpus/excerpt.js';
import type { Fact, Facts } from './facts.js';
import { linkTo } from './link.js';

const NOT_STATED = 'not stated';

/** Everything that is known of where words stand, and what to run to check it by hand. */
export function sourceFacts(of: Excerpt | Document, revision: string): Fact[] {
  const document = of instanceof Document ? of : of.document;
  const { title = null, author = null, outlet = null, published = null, language = null } = document.source;
  const { file, sha256 } = document;
  const checkFile = `sha256sum ${quotedForShell(file)}`;
  return [
    stated('Outlet', outlet, { outlet }),
    stated('Title', title, { title }),
    stated('Author', author, { author }),
    stated('Published', published, { published }),
    addressFact(of),
    stated('Language', language, { language }),
    { name: 'File', value: file, data: { file } },
    ...(of instanceof Document ? [] : placeFacts(of)),
    { name: 'SHA-256 of the file', value: sha256, data: { sha256 } },
    { name: 'Revision', value: revision, data: { revision } },
    { name: 'To check, in the folder of the documents', value: checkFile, data: { checkFile } },
    ...(of instanceof Document ? [] : [checkFact(of)]),
  ];
}

function stated(name: string, value: string | null, data: Facts): Fact {
  return { name, value: value ?? NOT_STATED, data };
}

function addressFact(of: Excerpt | Document): Fact {
  if (of instanceof Document) {
    const { url = null } = of.source;
    return stated('Address', url, { url });
  }
  const link = linkTo(of);
  return stated('Address', link, { link });
}

function linesOf({ document, start, end }: Excerpt): [first: number, last: number] {
  return [document.lineAt(start), document.lineAt(end - 1)];
}

function placeFacts(excerpt: Excerpt): Fact[] {
  const { start, end } = excerpt;
  const [firstLine, lastLine] = linesOf(excerpt);
  const data = { firstLine, lastLine };
  return [
    firstLine === lastLine
      ? { name: 'Line', value: String(firstLine), data }
      : { name: 'Lines', value: `${firstLine} to ${lastLine}`, data },
    {
      name: 'Offsets',
      value: `${start} to ${end}, in UTF-16 code units of the text`,
      data: { start, end },
    },
  ];
}

function checkFact(excerpt: Excerpt): Fact {
  const checkText = `sed -n ${linesOf(excerpt).join(',')}p ${quotedForShell(excerpt.document.file)}`;
  return { name: 'Then', value: checkText, data: { checkText } };
}

/** A file's name as a shell takes it for one word. */
function quotedForShell(name: string): string {
  return /^[\w./-]+$/.test(name) ? name : `'${name.replaceAll("'", `'\\''`)}'`;
}
