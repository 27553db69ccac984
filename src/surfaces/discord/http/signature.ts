import { createPublicKey, type KeyObject, verify } from 'node:crypto';

/** How far the time of a request may be from ours, in milliseconds: five minutes, as is usual for signed webhooks. */
const MAX_AGE_MS = 5 * 60_000;

/** 64 bytes, as Discord writes them. */
const SIGNATURE = /^[0-9a-f]{128}$/;
/** Seconds since 1970. */
const TIMESTAMP = /^\d{1,12}$/;

/** What is wrong with a request: it is not signed with the key, or was signed at another time than about now. */
export type SignatureFault = 'unsigned' | 'stale';

/**
 * Tells requests of Discord from others by their signatures: Ed25519 over the time and the body as it came
 * (Discord's documentation, "Validating Security Request Headers").
 */
export class SignatureCheck {
  readonly #key: KeyObject;

  /** `publicKey` is the application's, 64 hexadecimal digits; `now` gives milliseconds since 1970. */
  constructor(
    publicKey: string,
    private readonly now: () => number = Date.now,
  ) {
    const x = Buffer.from(publicKey, 'hex').toString('base64url');
    this.#key = createPublicKey({ key: { kty: 'OKP', crv: 'Ed25519', x }, format: 'jwk' });
  }

  /** What is wrong with a request, by its headers `X-Signature-Timestamp` and `X-Signature-Ed25519`; undefined if nothing is. */
  faultOf(
    timestamp: string | undefined,
    signature: string | undefined,
    body: Uint8Array,
  ): SignatureFault | undefined {
    if (!TIMESTAMP.test(timestamp ?? '') || !SIGNATURE.test(signature ?? '')) return 'unsigned';
    const signed = Buffer.concat([Buffer.from(timestamp ?? ''), body]);
    if (!verify(null, signed, this.#key, Buffer.from(signature ?? '', 'hex'))) return 'unsigned';
    return Math.abs(this.now() - Number(timestamp) * 1000) > MAX_AGE_MS ? 'stale' : undefined;
  }
}
