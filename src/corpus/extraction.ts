import type { Extracted } from './forms/extracted.js';

/** How the text of a document was taken out of its file, where the file is not that text in UTF-8. */
export interface Extraction extends Omit<Extracted, 'text'> {
  /** SHA-256 of the file as it is, in hexadecimal. */
  readonly sha256: string;
  /** SHA-256 of the text in UTF-8, in hexadecimal. */
  readonly textSha256: string;
  /** The path of the text inside the seeds folder, parted by `/`; undefined where it could not be kept. */
  readonly textFile: string | undefined;
  /** The bytes of the file; undefined where it is no longer there as it was. */
  readonly fileBytes: () => Promise<Uint8Array | undefined>;
}
