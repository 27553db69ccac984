import type { TextFault } from './decode.js';
import type { Form } from './form.js';

/** A file whose text is to be taken out of it: data alone, so that a thread can be given it. */
export interface ToExtract {
  readonly form: Form;
  readonly bytes: Uint8Array;
  /** What is stated of the encoding of its characters. */
  readonly encoding?: string | undefined;
}

/** What a page says of itself, as it says it; nobody has confirmed it. */
export interface Suggestions {
  readonly outlet?: string;
  readonly title?: string;
  readonly author?: string;
  readonly published?: string;
  readonly url?: string;
  readonly language?: string;
}

/** The text of a file, and what took it out. */
export interface Extracted {
  /** In paragraphs that blank lines part; line ends are LF. */
  readonly text: string;
  /** The library that read the form. */
  readonly extractor: string;
  /** Its version and, behind the plus sign, that of our own rules. */
  readonly version: string;
  /** The encoding of the file's characters where it was guessed. */
  readonly guessed?: string | undefined;
  readonly suggestions?: Suggestions | undefined;
  /** Those whose words the file marks as theirs, each once: a paragraph of the text that begins with such a name and a colon is theirs for certain. */
  readonly voices?: readonly string[] | undefined;
}

/** The text of a file; or what keeps it from being read; or why it is passed over, which is no fault of it. */
export type Extraction =
  | Extracted
  | { readonly faults: readonly TextFault[] }
  | { readonly passedOver: Pick<TextFault, 'problem' | 'remedy'> };
