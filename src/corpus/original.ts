import { entry } from '../text/entry.js';
import { lastNotAfter } from '../text/offsets.js';

/** What some programs put before a text in UTF-8. */
const BYTE_ORDER_MARK = Buffer.from([0xef, 0xbb, 0xbf]);
/** How far apart in the text the places are that are known in the bytes, in UTF-16 code units. */
const STEP = 4_096;

/**
 * The bytes of a file in UTF-8, and what they say at any place: the witness that excerpts are held against, which
 * knows nothing of the text that they were cut from.
 */
export class Original {
  /** Where every so many code units of the text begin in it, and in the bytes; made when first asked for. */
  #places: { readonly units: number[]; readonly bytes: number[] } | undefined;

  constructor(
    readonly bytes: Uint8Array,
    /** How many UTF-16 code units stand before the text: its front matter. */
    private readonly before = 0,
  ) {}

  /** The characters `[start, end)` of the text, in UTF-16 code units from after a byte order mark and front matter. */
  read(start: number, end: number): string {
    return this.#read(this.before + start, this.before + end);
  }

  #read(start: number, end: number): string {
    this.#places ??= this.#measure();
    const { units, bytes } = this.#places;
    const first = lastNotAfter(units, start);
    const last = lastNotAfter(units, Math.max(start, end - 1)) + 1;
    // A decoder keeps what it read of an unfinished character, so each reading has its own.
    const decoder = new TextDecoder('utf-8', { ignoreBOM: true });
    const text = decoder.decode(this.bytes.subarray(bytes[first], bytes[last] ?? this.bytes.length));
    const from = entry(units, first);
    return text.slice(start - from, end - from);
  }

  /** Goes through the bytes once. A character of four bytes is two code units; one that goes on is counted with its first byte. */
  #measure(): { units: number[]; bytes: number[] } {
    const { bytes } = this;
    const marked = BYTE_ORDER_MARK.every((byte, at) => bytes[at] === byte);
    const places = { units: [0], bytes: [marked ? BYTE_ORDER_MARK.length : 0] };
    let [unit, next] = [0, STEP];
    for (let at = entry(places.bytes, 0); at < bytes.length; at++) {
      const byte = entry(bytes, at);
      if ((byte & 0xc0) === 0x80) continue;
      if (unit >= next) {
        places.units.push(unit);
        places.bytes.push(at);
        next = unit + STEP;
      }
      unit += byte >= 0xf0 ? 2 : 1;
    }
    return places;
  }
}
