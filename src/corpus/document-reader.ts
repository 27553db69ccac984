import path from 'node:path';
import { messages } from '../messages/index.js';
import { sha256Of } from '../text/sha256.js';
import { Document } from './document.js';
import type { Extraction } from './extraction.js';
import type { Fault } from './fault.js';
import { readSeedFile } from './files.js';
import { checked, decode, inUtf8 } from './forms/decode.js';
import { isUtf8 } from './forms/encodings.js';
import type { Extracted } from './forms/extracted.js';
import { Extractor } from './forms/extractor.js';
import { type Form, formOf } from './forms/form.js';
import { type KeptRecord, keepText, keptFiles, readKept } from './kept-text.js';
import type { Source } from './source.js';
import { hasFrontMatter, withFrontMatter } from './stated-source.js';

/** A file of the seeds folder that is to be made a document. */
export interface FileContent {
  /** Its path inside the folder, parted by `/`. */
  readonly name: string;
  readonly bytes: Uint8Array;
  /** SHA-256 of the bytes, in hexadecimal. */
  readonly sha256: string;
  readonly source: Source;
  /** The name under which it is cited. */
  readonly file?: string;
}

/** A document, or undefined where its file is passed over; and what is worth knowing of it. */
export interface ReadDocument {
  readonly document: Document | undefined;
  readonly warnings: readonly Fault[];
}

/** Makes documents of the files of one folder, whatever their form. */
export class DocumentReader {
  readonly #extractor: Extractor;
  #unkept: string | undefined;

  constructor(
    private readonly root: string,
    extractor = new Extractor(),
  ) {
    this.#extractor = extractor;
  }

  /** The document in a file, or what keeps it from being one. */
  async read(content: FileContent): Promise<ReadDocument | { readonly faults: readonly Fault[] }> {
    const { name, bytes, source } = content;
    const form = formOf(name) ?? 'text';
    const text = form === 'text' && isUtf8(source.encoding) ? inUtf8(bytes) : undefined;
    return text === undefined ? this.#extracted(content, form) : this.#plain(content, text);
  }

  /** What is worth knowing of the folder as a whole, once its files were read. */
  get warnings(): Fault[] {
    if (this.#unkept === undefined) return [];
    const { text } = keptFiles('');
    return [
      { file: path.join(this.root, path.dirname(text)), line: 1, ...messages.forms.notKept(this.#unkept) },
    ];
  }

  /** Lets go of what took texts out. */
  close(): Promise<void> {
    return this.#extractor.close();
  }

  #plain(content: FileContent, text: string) {
    const sound = checked(text);
    if ('faults' in sound) return this.#faulty(content.name, sound.faults);
    return this.#read({ content, form: 'text' }, text);
  }

  #faulty(name: string, faults: readonly Omit<Fault, 'file'>[]): { faults: Fault[] } {
    return { faults: faults.map((fault) => ({ file: path.join(this.root, name), ...fault })) };
  }

  async #extracted(content: FileContent, form: Form) {
    const { name, bytes, sha256, source } = content;
    const { encoding } = source;
    const kept = readKept(this.root, name, { sha256, encoding });
    if (kept && 'fault' in kept) return { faults: [kept.fault] };
    if (kept) return this.#kept(content, form, { ...kept, isKept: true });
    const taken = await this.#extractor.extract({ form, bytes, encoding });
    if ('faults' in taken) return this.#faulty(name, taken.faults);
    if ('passedOver' in taken) {
      return { document: undefined, warnings: this.#faulty(name, [{ line: 1, ...taken.passedOver }]).faults };
    }
    const text = Buffer.from(taken.text, 'utf8');
    const record = recordOf(taken, { file: name, sha256, textSha256: sha256Of(text), encoding });
    const unkept = await keepText(this.root, name, text, record);
    this.#unkept ??= unkept;
    return this.#kept(content, form, { bytes: text, record, isKept: unkept === undefined });
  }

  #kept(
    content: FileContent,
    form: Form,
    { bytes, record, isKept }: { bytes: Uint8Array; record: KeptRecord; isKept: boolean },
  ): ReadDocument | { faults: Fault[] } {
    const { name, file = name } = content;
    const decoded = decode(bytes);
    if ('faults' in decoded) return this.#faulty(name, decoded.faults);
    const { sha256, textSha256, extractor, version, guessed, suggestions, voices } = record;
    // Where there are several folders, each file is cited with the name of its own.
    const folder = file.slice(0, file.length - name.length);
    const extraction: Extraction = {
      ...{ sha256, textSha256, extractor, version, guessed, suggestions, voices },
      textFile: isKept ? `${folder}${keptFiles(name).text}` : undefined,
      fileBytes: async () => sameBytes(this.root, name, sha256),
    };
    const guess = guessed === undefined ? [] : [{ line: 1, ...messages.forms.guessed(guessed) }];
    const read = this.#read({ content: { ...content, bytes }, form, extraction }, decoded.text);
    return 'faults' in read ? read : { ...read, warnings: this.#faulty(name, guess).faults };
  }

  /** The document whose bytes are `text`, without the front matter that stands before it in plain text and in Markdown. */
  #read(
    { content, form, extraction }: { content: FileContent; form: Form; extraction?: Extraction },
    text: string,
  ): ReadDocument | { faults: Fault[] } {
    const { name, bytes, source, file = name } = content;
    const parts = hasFrontMatter(form) ? withFrontMatter(text, source) : { head: '', body: text, source };
    if ('faults' in parts) return this.#faulty(name, parts.faults);
    const { body, head } = parts;
    return { document: Document.of(file, bytes, body, parts.source, { head, extraction }), warnings: [] };
  }
}

function recordOf(
  { extractor, version, guessed, suggestions, voices }: Extracted,
  known: Pick<KeptRecord, 'file' | 'sha256' | 'textSha256' | 'encoding'>,
): KeptRecord {
  const stated = suggestions && Object.keys(suggestions).length > 0 ? { ...suggestions } : undefined;
  return { ...known, extractor, version, guessed, suggestions: stated, voices: voices && [...voices] };
}

function sameBytes(root: string, name: string, sha256: string): Uint8Array | undefined {
  const read = readSeedFile(root, name);
  return 'bytes' in read && sha256Of(read.bytes) === sha256 ? read.bytes : undefined;
}
