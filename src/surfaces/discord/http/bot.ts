import { REST } from '@discordjs/rest';
import { type RESTGetCurrentApplicationResult, Routes } from 'discord-api-types/v10';
import { messages } from '../../../messages/index.js';
import { type InteractionParts, Interactions } from '../interactions.js';
import { PAUSES, type Pauses } from '../pauses.js';
import { registerCommands, registerPatiently } from '../registration.js';
import { restOptions, statusOf } from '../rest.js';
import { UnderWay } from '../under-way.js';
import type { Reach } from '../webhook.js';
import { createEndpoint } from './endpoint.js';
import { InteractionServer } from './server.js';
import { SignatureCheck } from './signature.js';

/** Reached from this machine alone, where a proxy is that speaks HTTPS with Discord. */
const DEFAULT_HOST = '127.0.0.1';

/** What a bot that Discord sends interactions to is started with. */
export interface HttpBotParts extends InteractionParts {
  /** The application's, 64 hexadecimal digits. */
  readonly publicKey: string;
  /** `DEFAULT_HOST` if left out. */
  readonly host?: string | undefined;
  /** 0 for any that is free. */
  readonly port: number;
  /** What commands are registered with, and messages read again; answering takes none. */
  readonly token: string | undefined;
  /** Another base of Discord's API, such as a local one. */
  readonly apiUrl?: string | undefined;
  /** How long to wait before commands are registered again; `PAUSES` if left out. */
  readonly pauses?: Pauses | undefined;
  /** The time in milliseconds since 1970, where it is not the clock's. */
  readonly now?: (() => number) | undefined;
}

/** A bot that answers interactions over HTTP. */
export interface HttpBot {
  /** The port that it listens on. */
  readonly port: number;
  /** Takes no more requests, and resolves once the answers under way are given. Safe to call twice. */
  stop(): Promise<void>;
}

/** A bot cannot be started as it is set up. */
export class StartError extends Error {
  override readonly name = 'StartError';
  /** `lines` say what is wrong and what to do. */
  constructor(readonly lines: readonly string[]) {
    super(lines.join('\n'));
  }
}

/**
 * Takes interactions over HTTP from then on, and tells Discord of the commands where it knows others and there is a
 * token; where Discord cannot be asked or does not take them, it is tried again with growing pauses.
 * Rejects with a `StartError` where the token, the key or the address is wrong.
 */
export async function startHttpBot(parts: HttpBotParts): Promise<HttpBot> {
  const { log, publicKey, host = DEFAULT_HOST, observer, pauses = PAUSES } = parts;
  const rest = new REST({ version: '10', ...restOptions(parts.apiUrl, observer) });
  const token = new Token(rest, parts);
  await token.check();
  const underWay = new UnderWay(log);
  const interactions = new Interactions(parts, token);
  const check = new SignatureCheck(publicKey, parts.now);
  const endpoint = createEndpoint({ check, interactions, underWay, rest, log });
  const server = new InteractionServer((request) => endpoint.fetch(request));
  const port = await server.listen(parts.port, host).catch((error: unknown) => {
    throw new StartError([messages.settings.cannotListen('INTERACTIONS', parts.port, error)]);
  });
  log.info({ host, port }, 'Waiting for interactions over HTTP');
  observer?.listening();
  const leaving = new AbortController();
  if (parts.token !== undefined) {
    await registerPatiently(() => token.register(), { log, pauses, signal: leaving.signal });
  }
  return {
    port,
    async stop() {
      leaving.abort();
      await server.close();
      await underWay.settled();
      log.info('No longer waiting for interactions');
    },
  };
}

/** What a bot may do with its token, as far as it has one. */
class Token implements Reach {
  #application: RESTGetCurrentApplicationResult | undefined;

  constructor(
    readonly rest: REST,
    private readonly parts: HttpBotParts,
  ) {
    if (parts.token !== undefined) rest.setToken(parts.token);
    else parts.log.warn('DISCORD_TOKEN is not set, so Discord is not told of the commands');
  }

  get userId(): string | undefined {
    return this.#application?.bot?.id;
  }

  /** Rejects with a `StartError` where Discord says that the token or the key is wrong. */
  async check(): Promise<void> {
    if (this.parts.token === undefined) return;
    await this.#ask().catch((error: unknown) => {
      if (error instanceof StartError) throw error;
      if (statusOf(error) === 401) throw new StartError(messages.settings.tokenRefused);
      // Whoever can send interactions will be answered all the same.
      this.parts.log.error({ err: error }, 'Discord could not be asked about the application');
    });
  }

  /** Tells Discord of the commands. Rejects where it cannot be told. */
  async register(): Promise<void> {
    const { commands, guildId, log } = this.parts;
    const { id: applicationId } = this.#application ?? (await this.#ask());
    await registerCommands(commands, { rest: this.rest, applicationId, guildId }, log);
  }

  async #ask(): Promise<RESTGetCurrentApplicationResult> {
    const answer = await this.rest.get(Routes.currentApplication());
    const application = answer as RESTGetCurrentApplicationResult;
    if (application.verify_key !== this.parts.publicKey) {
      throw new StartError(messages.settings.keyOfAnother);
    }
    this.#application = application;
    return application;
  }
}
