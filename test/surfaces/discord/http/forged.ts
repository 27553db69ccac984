import fc from 'fast-check';
import { Endpoint, type SignedRequest } from '../../../discord-server/endpoint.js';
import { InteractionDesk } from '../../../discord-server/interaction-desk.js';

/** A request that somebody else than Discord may send, and the time on our clock when it comes, in milliseconds since 1970. */
export interface Forged extends SignedRequest {
  /** The way in which it was made. */
  readonly how: string;
  readonly now: number;
}

const SIGNATURE = 'x-signature-ed25519';
const TIMESTAMP = 'x-signature-timestamp';
/** The order of the group that Ed25519 signs in (RFC 8032, section 5.1). */
const ORDER = 2n ** 252n + 27742317777372353535851937790883648493n;
const MINUTES_5 = 5 * 60_000;

/** The signature whose second half is `ORDER` more, which a careless check takes for the same. */
function malleated(signature: string): string {
  const bytes = Buffer.from(signature, 'hex');
  const scalar = BigInt(`0x${Buffer.from(bytes.subarray(32)).reverse().toString('hex')}`) + ORDER;
  const second = Buffer.from(scalar.toString(16).padStart(64, '0'), 'hex').reverse();
  return Buffer.concat([bytes.subarray(0, 32), second]).toString('hex');
}

const printable = fc.string({
  unit: fc.integer({ min: 0x21, max: 0x7e }).map((c) => String.fromCharCode(c)),
});

/** Changes of a text at a place: something put in, left out, or put in the place of something. */
function altered(text: string): fc.Arbitrary<string> {
  return fc
    .record({ at: fc.nat(text.length), without: fc.nat(3), put: printable })
    .map(({ at, without, put }) => text.slice(0, at) + put.slice(0, 5) + text.slice(at + without))
    .filter((changed) => changed !== text);
}

/** Requests that differ from one that Discord signed at `time`; `other` is another one that it signed, `bodies` some more. */
export function forgedFrom(
  { headers, body }: SignedRequest,
  other: SignedRequest,
  time: number,
): fc.Arbitrary<Forged> {
  const signature = headers[SIGNATURE] ?? '';
  const timestamp = headers[TIMESTAMP] ?? '';
  const make = (how: string, changed: Partial<SignedRequest>, now = time): Forged => ({
    how,
    now,
    headers: { ...headers, ...changed.headers },
    body: changed.body ?? body,
  });
  const withSignature = (how: string) => (value: string) => make(how, { headers: { [SIGNATURE]: value } });
  const withTimestamp = (how: string) => (value: string) => make(how, { headers: { [TIMESTAMP]: value } });
  const without = (...names: readonly string[]): Forged => ({
    how: 'header left out',
    now: time,
    body,
    headers: Object.fromEntries(Object.entries(headers).filter(([name]) => !names.includes(name))),
  });
  const stranger = new Endpoint(new InteractionDesk());
  return fc.oneof(
    altered(body).map((changed) => make('body', { body: changed })),
    fc.constant(make('body of another', { body: other.body })),
    fc.constant(make('body written otherwise', { body: JSON.stringify(JSON.parse(body), null, 1) })),
    altered(signature).map(withSignature('signature')),
    fc
      .constantFrom(
        signature.toUpperCase(),
        malleated(signature),
        other.headers[SIGNATURE] ?? '',
        '0'.repeat(128),
        `01${'0'.repeat(126)}`,
        ` ${signature.slice(1)}`,
        `${signature}, ${signature}`,
      )
      .map(withSignature('signature')),
    altered(timestamp).map(withTimestamp('timestamp')),
    fc
      .integer({ min: -MINUTES_5, max: MINUTES_5 })
      .filter((seconds) => seconds !== 0)
      .map((seconds) => withTimestamp('timestamp')(String(Number(timestamp) + seconds))),
    fc.constantFrom(`0${timestamp}`, `${timestamp}.0`, `+${timestamp}`, '').map(withTimestamp('timestamp')),
    fc.integer({ min: 1, max: timestamp.length }).map((digits) =>
      // What is signed stays the same, since nothing stands between the time and the body.
      make('digits moved into the body', {
        headers: { [TIMESTAMP]: timestamp.slice(0, -digits) },
        body: timestamp.slice(-digits) + body,
      }),
    ),
    fc.constantFrom(without(SIGNATURE), without(TIMESTAMP), without(SIGNATURE, TIMESTAMP)),
    fc.constant(make('another key', stranger.signed(body, time))),
    fc
      .integer({ min: MINUTES_5 + 1, max: 10 * 365 * 24 * 3_600_000 })
      .chain((ms) => fc.constantFrom(time + ms, time - ms))
      .map((now) => make('replayed', {}, now)),
  );
}
