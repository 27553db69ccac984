import { inflateRawSync } from 'node:zlib';

/** What the files of an archive may have together once inflated, in bytes: a text of 5 MiB takes some 30 MiB of Word's XML. */
const MOST_INFLATED = 64 * 1024 * 1024;

/** Signatures and lengths of ZIP, from APPNOTE.TXT, sections 4.3.7, 4.3.12 and 4.3.16. */
const END = { signature: 0x06054b50, length: 22 };
const CENTRAL = { signature: 0x02014b50, length: 46 };
const LOCAL = { signature: 0x04034b50, length: 30 };
/** Methods of compression, from section 4.4.5. */
const STORED = 0;
const DEFLATED = 8;

/** What a check of an archive comes to: `sound`, `too large` once inflated, or no archive that is read. */
export type ZipBounds = 'sound' | 'too large' | 'no archive';

/**
 * Inflates each file of an archive once, within bounds, before a reader is given it: what an archive says of its own
 * sizes may be a lie.
 */
export function checkZip(bytes: Uint8Array): ZipBounds {
  try {
    return inflatedWithin(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength));
  } catch (error) {
    // A place beyond the end, or data that does not inflate; ERR_BUFFER_TOO_LARGE is the bound.
    return error instanceof Error && 'code' in error && error.code === 'ERR_BUFFER_TOO_LARGE'
      ? 'too large'
      : 'no archive';
  }
}

function inflatedWithin(zip: Buffer): ZipBounds {
  const mark = Buffer.alloc(4);
  mark.writeUInt32LE(END.signature);
  const end = zip.lastIndexOf(mark);
  if (end === -1) return 'no archive';
  const files = zip.readUInt16LE(end + 10);
  let at = zip.readUInt32LE(end + 16);
  let left = MOST_INFLATED;
  for (let file = 0; file < files; file++) {
    if (zip.readUInt32LE(at) !== CENTRAL.signature) return 'no archive';
    const size = inflatedSize(zip, at, left);
    if (size === undefined) return 'no archive';
    left -= size;
    if (left <= 0) return 'too large';
    at += CENTRAL.length + zip.readUInt16LE(at + 28) + zip.readUInt16LE(at + 30) + zip.readUInt16LE(at + 32);
  }
  // What follows without being counted would be read all the same.
  return zip.length >= at + 4 && zip.readUInt32LE(at) === CENTRAL.signature ? 'no archive' : 'sound';
}

/** How large the file of a central header is; undefined where it is kept in a way that is not read. */
function inflatedSize(zip: Buffer, header: number, most: number): number | undefined {
  const method = zip.readUInt16LE(header + 10);
  const compressed = zip.readUInt32LE(header + 20);
  const local = zip.readUInt32LE(header + 42);
  if (zip.readUInt32LE(local) !== LOCAL.signature) return undefined;
  const data = local + LOCAL.length + zip.readUInt16LE(local + 26) + zip.readUInt16LE(local + 28);
  if (data + compressed > zip.length) return undefined;
  if (method === STORED) return compressed;
  if (method !== DEFLATED) return undefined;
  return inflateRawSync(zip.subarray(data, data + compressed), { maxOutputLength: Math.max(1, most) }).length;
}
