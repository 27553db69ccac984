import type { REST } from '@discordjs/rest';
import { type APIInteraction, InteractionResponseType, InteractionType } from 'discord-api-types/v10';
import { type Context, Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import type { Logger } from 'pino';
import { messages } from '../../../messages/index.js';
import type { Interactions } from '../interactions.js';
import type { UnderWay } from '../under-way.js';
import { callback, NotAwaitedError, type Respond } from '../webhook.js';
import type { SignatureCheck } from './signature.js';

/**
 * The largest body that is read, in bytes: several times what the largest message that Discord takes comes to with all
 * its characters escaped, some 60,000 bytes for its texts and as much for what stands around them.
 */
export const MAX_BODY_BYTES = 512 * 1024;

/** What answering requests of Discord takes. */
export interface EndpointParts {
  readonly check: SignatureCheck;
  readonly interactions: Interactions;
  readonly underWay: UnderWay;
  readonly rest: REST;
  readonly log: Logger;
}

/** Answers the requests that Discord sends to the address of an application, under whichever path they come. */
export function createEndpoint(parts: EndpointParts): Hono {
  const { log } = parts;
  const app = new Hono();
  const onError = (c: Context) => c.json({ error: messages.endpoint.tooLarge(MAX_BODY_BYTES) }, 413);
  const refusals = new Refusals(log);
  app.post('*', bodyLimit({ maxSize: MAX_BODY_BYTES, onError }), async (c) => {
    const body = new Uint8Array(await c.req.arrayBuffer());
    const timestamp = c.req.header('x-signature-timestamp');
    const fault = parts.check.faultOf(timestamp, c.req.header('x-signature-ed25519'), body);
    if (fault) {
      refusals.count(fault);
      return c.json({ error: messages.endpoint[fault] }, 401);
    }
    const interaction = readInteraction(body);
    if (!interaction) return c.json({ error: messages.endpoint.notInteraction }, 400);
    if (interaction.type !== InteractionType.Ping) return firstResponse(interaction, c.req.raw.signal, parts);
    log.info('Discord checked the address for interactions');
    return c.json({ type: InteractionResponseType.Pong });
  });
  app.all('*', (c) => c.json({ error: messages.endpoint.notPost }, 405, { allow: 'POST' }));
  app.onError((error, c) => {
    // Whoever left while sending is told nothing, and is no fault of ours.
    if (!c.req.raw.signal.aborted) log.error({ err: error }, 'A request was not answered');
    return c.json({ error: messages.endpoint.notAnswered }, 500);
  });
  return app;
}

/** Logs requests that were refused: the first, and then each time that they are twice as many, since anybody may send them. */
class Refusals {
  #count = 0;
  #next = 1;

  constructor(private readonly log: Logger) {}

  count(fault: string): void {
    if (++this.#count < this.#next) return;
    this.#next *= 2;
    this.log.warn({ fault, refused: this.#count }, 'Refused a request that is not signed by Discord');
  }
}

/** What Discord signed; undefined where that is no interaction. */
function readInteraction(body: Uint8Array): APIInteraction | { type: InteractionType.Ping } | undefined {
  try {
    const read: unknown = JSON.parse(Buffer.from(body).toString('utf8'));
    const isInteraction = typeof read === 'object' && read !== null && 'type' in read;
    return isInteraction ? (read as APIInteraction | { type: InteractionType.Ping }) : undefined;
  } catch {
    return undefined;
  }
}

const DEFERRALS: readonly InteractionResponseType[] = [
  InteractionResponseType.DeferredChannelMessageWithSource,
  InteractionResponseType.DeferredMessageUpdate,
];

/**
 * The HTTP response to an interaction: its first response itself, or 202 where that went over Discord's API. Over the API goes
 * what has files, which Discord does not take otherwise, and what defers, so that Discord knows of it before the edit comes.
 */
function firstResponse(
  interaction: APIInteraction,
  signal: AbortSignal,
  { interactions, underWay, rest, log }: EndpointParts,
): Promise<Response> {
  return new Promise((resolve) => {
    const overApi = callback(rest, interaction);
    let isAnswered = false;
    const answer = (response: Response) => {
      isAnswered = true;
      resolve(response);
    };
    const respond: Respond = async (response, files = []) => {
      if (files.length > 0 || DEFERRALS.includes(response.type)) {
        await overApi(response, files);
        answer(new Response(null, { status: 202 }));
      } else if (signal.aborted) throw new NotAwaitedError('Discord closed the connection');
      else answer(Response.json(response));
    };
    const answering = interactions.answer(interaction, respond).finally(() => {
      if (isAnswered) return;
      log.warn({ type: interaction.type }, 'A request ended without an answer to its interaction');
      resolve(Response.json({ error: messages.endpoint.notAnswered }, { status: 500 }));
    });
    underWay.add(answering);
  });
}
