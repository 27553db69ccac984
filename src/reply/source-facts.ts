import { Document } from '../corpus/document.js';
import type { Excerpt } from '../corpus/excerpt.js';
import { messages } from '../messages/index.js';
import { BRIEF_REVISION, type Fact, type Facts } from './facts.js';
import { linkTo } from './link.js';

const NAMES = messages.source.facts;

/** Everything that is known of where words stand, and what to run to check it by hand. */
export function sourceFacts(of: Excerpt | Document, revision: string): Fact[] {
  const document = of instanceof Document ? of : of.document;
  const { title = null, author = null, outlet = null, published = null, language = null } = document.source;
  const { file, sha256 } = document;
  const checkFile = `sha256sum ${quotedForShell(file)}`;
  return [
    stated(NAMES.outlet, outlet, { outlet }),
    stated(NAMES.title, title, { title }),
    stated(NAMES.author, author, { author }),
    stated(NAMES.published, published, { published }),
    addressFact(of),
    stated(NAMES.language, language, { language }),
    { name: NAMES.file, value: file, data: { file } },
    ...(of instanceof Document ? [] : placeFacts(of)),
    { name: NAMES.sha256, value: sha256, data: { sha256 } },
    { name: NAMES.revision, value: revision, data: { revision }, brief: revision.slice(0, BRIEF_REVISION) },
    { name: NAMES.checkFile, value: checkFile, data: { checkFile } },
    ...(of instanceof Document ? [] : [checkFact(of)]),
  ];
}

function stated(name: string, value: string | null, data: Facts): Fact {
  return { name, value: value ?? messages.source.notStated, data };
}

function addressFact(of: Excerpt | Document): Fact {
  if (of instanceof Document) {
    const { url = null } = of.source;
    return { ...stated(NAMES.address, url, { url }), ...(url !== null && { address: url }) };
  }
  const link = linkTo(of);
  return { ...stated(NAMES.address, link, { link }), ...(link !== null && { address: link }) };
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
      ? { name: NAMES.line, value: String(firstLine), data }
      : { name: NAMES.lines, value: messages.source.range(firstLine, lastLine), data },
    {
      name: NAMES.offsets,
      value: messages.source.offsets(start, end),
      data: { start, end },
    },
  ];
}

function checkFact(excerpt: Excerpt): Fact {
  const checkText = `sed -n ${linesOf(excerpt).join(',')}p ${quotedForShell(excerpt.document.file)}`;
  return { name: NAMES.checkText, value: checkText, data: { checkText } };
}

/** A file's name as a shell takes it for one word. */
function quotedForShell(name: string): string {
  return /^[\w./-]+$/.test(name) ? name : `'${name.replaceAll("'", `'\\''`)}'`;
}
