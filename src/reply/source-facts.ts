import { Document } from '../corpus/document.js';
import type { Excerpt } from '../corpus/excerpt.js';
import { messages } from '../messages/index.js';
import { authorsOf, natural } from './author-names.js';
import { bylineOf } from './byline.js';
import { BRIEF_REVISION, type Fact, type Facts } from './facts.js';
import { linkTo } from './link.js';

/** As long as any other field of a source may be, in UTF-16 code units. */
const MAX_AUTHORS_LENGTH = 500;

const NAMES = messages.source.facts;

/** Everything that is known of where words stand, and what to run to check it by hand. */
export function sourceFacts(of: Excerpt | Document, revision: string): Fact[] {
  const document = of instanceof Document ? of : of.document;
  const { title = null, outlet = null, published = null, language = null } = document.source;
  const { retrieved = null, licence = null, encoding } = document.source;
  const { file, sha256 } = document;
  const textFile = document.extraction ? document.extraction.textFile : file;
  const toCheck = [...new Set([file, textFile ?? file])].map(quotedForShell).join(' ');
  const checkFile = `sha256sum ${toCheck}`;
  return [
    stated(NAMES.outlet, outlet, { outlet }),
    stated(NAMES.title, title, { title }),
    authorFact(document),
    stated(NAMES.published, published, { published }),
    addressFact(of),
    stated(NAMES.retrieved, retrieved, { retrieved }),
    stated(NAMES.language, language, { language }),
    stated(NAMES.licence, licence, { licence }),
    ...(encoding === undefined ? [] : [stated(NAMES.encoding, encoding, { encoding })]),
    { name: NAMES.file, value: file, data: { file } },
    ...(of instanceof Document ? [] : placeFacts(of)),
    { name: NAMES.sha256, value: sha256, data: { sha256 } },
    ...extractionFacts(document),
    { name: NAMES.revision, value: revision, data: { revision }, brief: revision.slice(0, BRIEF_REVISION) },
    { name: NAMES.checkFile, value: checkFile, data: { checkFile } },
    ...(of instanceof Document || textFile === undefined ? [] : [checkFact(of, textFile)]),
  ];
}

function stated(name: string, value: string | null, data: Facts): Fact {
  return { name, value: value ?? messages.source.notStated, data };
}

/** All authors by name, as far as a line has room for them. */
function authorFact({ source }: Document): Fact {
  const { author = null, authors = null } = source;
  const names = authorsOf(source);
  const all = messages.citations.authors(names.map(natural));
  const value = all.length > MAX_AUTHORS_LENGTH ? (bylineOf(names) ?? '') : all;
  const data = { author: author ?? (authors && value), ...(authors && { authors }) };
  return stated(names.length > 1 ? NAMES.authors : NAMES.author, value || null, data);
}

function addressFact(of: Excerpt | Document): Fact {
  if (of instanceof Document) {
    const { url = null } = of.source;
    return { ...stated(NAMES.address, url, { url }), ...(url !== null && { address: url }) };
  }
  const link = linkTo(of);
  return { ...stated(NAMES.address, link, { link }), ...(link !== null && { address: link }) };
}

/** What is quoted where the file itself is no text: lines and offsets are of it. */
function extractionFacts({ extraction }: Document): Fact[] {
  if (!extraction) return [];
  const { textFile, textSha256, extractor, version } = extraction;
  const takenOut = messages.source.takenOut(extractor, version);
  return [
    {
      name: NAMES.textFile,
      value: textFile ?? messages.source.notKept,
      data: { textFile: textFile ?? null },
    },
    { name: NAMES.textSha256, value: textSha256, data: { textSha256 } },
    { name: NAMES.extractor, value: takenOut, data: { extractor, extractorVersion: version } },
  ];
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

function checkFact(excerpt: Excerpt, textFile: string): Fact {
  const checkText = `sed -n ${linesOf(excerpt).join(',')}p ${quotedForShell(textFile)}`;
  return { name: NAMES.checkText, value: checkText, data: { checkText } };
}

/** A file's name as a shell takes it for one word, and no program for an option. */
function quotedForShell(name: string): string {
  const path = name.startsWith('-') ? `./${name}` : name;
  return /^[\w./-]+$/.test(path) ? path : `'${path.replaceAll("'", `'\\''`)}'`;
}
