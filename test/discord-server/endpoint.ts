import { generateKeyPairSync, type KeyObject, sign } from 'node:crypto';
import { Refusal } from './errors.js';
import type { Interaction, InteractionDesk } from './interaction-desk.js';

/** A request as Discord sends it. */
export interface SignedRequest {
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** Discord's side of interactions over HTTP: it signs them, and holds the address of an application to its rules. */
export class Endpoint {
  readonly #keys = generateKeyPairSync('ed25519');
  #url: string | undefined;

  constructor(private readonly desk: InteractionDesk) {}

  /** The application's public key as the Developer Portal shows it: 64 hexadecimal digits. */
  get publicKey(): string {
    return hexOf(this.#keys.publicKey);
  }

  /** True if interactions go to an address, and no longer to the gateway. */
  get isRegistered(): boolean {
    return this.#url !== undefined;
  }

  /**
   * Enters an address as the Developer Portal does: it has to answer a PING, and to refuse one that is signed wrongly.
   * Rejects with a `Refusal` where it does not.
   */
  async register(url: string): Promise<void> {
    const ping = JSON.stringify({ type: 1, version: 1 });
    const answered = await send(url, this.signed(ping), undefined);
    const pong: unknown = answered.ok ? await answered.json() : undefined;
    const { privateKey } = generateKeyPairSync('ed25519');
    const forged = await send(url, signedBy(privateKey, ping, Date.now()), undefined);
    const isPong = typeof pong === 'object' && pong !== null && 'type' in pong && pong.type === 1;
    if (!isPong || forged.status !== 401) {
      const problem =
        'interactions_endpoint_url: The specified interactions endpoint url could not be verified.';
      throw new Refusal(400, 50035, problem);
    }
    this.#url = url;
  }

  /** Takes the address out again: interactions go to the gateway. */
  forget(): void {
    this.#url = undefined;
  }

  /** A request with `body`, signed as if at `time`, in milliseconds since 1970. */
  signed(body: string, time = Date.now()): SignedRequest {
    return signedBy(this.#keys.privateKey, body, time);
  }

  /** Sends an interaction and takes the answer; where it is none that Discord takes, the interaction fails. */
  async deliver(interaction: Interaction, payload: object): Promise<void> {
    const waiting = new AbortController();
    interaction.expire = () => waiting.abort();
    try {
      const response = await send(this.#url ?? '', this.signed(JSON.stringify(payload)), waiting.signal);
      const text = await response.text();
      if (response.status === 202 && text === '') {
        if (!interaction.acknowledged) throw new Error('Nothing came over the API');
      } else if (response.status === 200 && response.headers.get('content-type') === 'application/json') {
        this.desk.callback(interaction.id, interaction.token, JSON.parse(text), []);
      } else {
        // Files in the response fail too: discord-api-docs, issues 5933 and 5250, discussion 6204.
        throw new Error(`Answered with ${response.status} ${response.headers.get('content-type')}: ${text}`);
      }
    } catch (error) {
      interaction.fail(new Error('The application did not respond', { cause: error }));
    }
  }
}

/** The 32 bytes of a key, which are the last of its standard form. */
function hexOf(key: KeyObject): string {
  return key.export({ type: 'spki', format: 'der' }).subarray(-32).toString('hex');
}

function signedBy(key: KeyObject, body: string, time: number): SignedRequest {
  const timestamp = String(Math.floor(time / 1000));
  return {
    headers: {
      'content-type': 'application/json',
      'user-agent': 'Discord-Interactions/1.0 (+https://discord.com)',
      'x-signature-ed25519': sign(null, Buffer.from(timestamp + body), key).toString('hex'),
      'x-signature-timestamp': timestamp,
    },
    body,
  };
}

function send(
  url: string,
  { headers, body }: SignedRequest,
  signal: AbortSignal | undefined,
): Promise<Response> {
  return fetch(url, { method: 'POST', redirect: 'error', headers, body, ...(signal && { signal }) });
}
