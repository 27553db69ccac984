import type { Span } from '../text/span.js';

/** A statement as it is drawn: data alone, so that another thread can be given it. */
export interface PictureOfStatement {
  readonly passages: readonly PicturedPassage[];
  /** The wording in common: its place in the text of each of `passages`, in the same order, or null where it is not. */
  readonly shared: readonly (readonly (Span | null)[])[];
}

/** A passage in a picture. Places are in `text`, in UTF-16 code units. */
export interface PicturedPassage {
  /** Whose it is. */
  readonly name: string;
  readonly text: string;
  /** Words of its quotations that others print differently. */
  readonly differences: readonly Span[];
}

/** A picture and, where it does not show all, a note that says so; or why there is none. */
export type Picture = { readonly file: PictureFile; readonly note?: string } | { readonly leftOut: string };

/** A picture as a PNG file. */
export interface PictureFile {
  readonly name: string;
  readonly bytes: Uint8Array;
  /** Its words, for those who cannot see it. */
  readonly description: string;
}
