import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { commands } from '../../../commands/index.js';
import { describeFault } from '../../../src/corpus/fault.js';
import { LiveLibrary } from '../../../src/library/live.js';
import { loadLibrary } from '../../../src/library/load.js';
import { createLog } from '../../../src/log.js';
import { Drawing } from '../../../src/picture/drawing.js';
import { PLAIN } from '../../../src/reply/plain-text.js';
import { type Bot, startBot } from '../../../src/surfaces/discord/bot.js';
import type { BotObserver } from '../../../src/surfaces/discord/observer.js';
import { Session } from '../../../src/surfaces/terminal/session.js';
import type { SentMessage } from '../../discord-server/interaction-desk.js';
import { MANAGE_GUILD, Member, USE_EXTERNAL_APPS } from '../../discord-server/member.js';
import { LocalDiscord } from '../../discord-server/server.js';
import { type Files, writeFiles } from '../../support/folder.js';
import { watching } from '../../support/observer.js';
import type { Input } from './input.js';

/** What can go wrong with an answer. */
export type Fault = 'failed' | 'refused' | 'unanswered' | 'moved';

/** What came of an input. */
export interface Seen {
  readonly faults: readonly (readonly [fault: Fault, what: string])[];
  /**
   * From the question until the answer was there, in milliseconds; what of it was spent on waiting for a processor that
   * others use is left out.
   */
  readonly took: number;
  /** True if it was answered, and not refused or found to be nothing. */
  readonly answered: boolean;
}

/** Whoever waits for longer is told so by Discord, long before; in milliseconds. */
const UNANSWERED_MS = 60_000;
/** How long is waited for what became of an answer that is there, in milliseconds. */
const TOLD_WITHIN_MS = 5;
/** Levels of pino from which a line is a fault of ours; of warnings those alone that say so. */
const ERROR = 50;
const FAULTY_WARNINGS = /^(?:Completing an option failed|Sending choices failed)/;

/** A bot with a real client on a local Discord, and a session, over one folder of documents. */
export class Target {
  readonly #faults: [Fault, string][] = [];
  #reloads = 0;
  #answered = false;
  #told = () => {};

  /** Where documents are that are loaded by themselves. */
  get aside(): string {
    return `${this.folder}-aside`;
  }

  private constructor(
    private readonly folder: string,
    private readonly discord: LocalDiscord,
    private readonly parts: { bot: Bot; drawing: Drawing; session: Session; live: LiveLibrary },
  ) {}

  /** Starts it over a folder of its own. */
  static async start(): Promise<Target> {
    const folder = mkdtempSync(path.join(tmpdir(), 'verbatim-hostile-'));
    writeFiles(folder, { '1.txt': 'One.' });
    const discord = await LocalDiscord.start();
    const log = createLog('warn', { write: (line) => target.#heard(line) });
    const drawing = new Drawing({ log });
    const loaded = await loadLibrary(folder);
    if ('faults' in loaded) throw new Error('the first documents are faulty');
    const live = new LiveLibrary(loaded.library, (loading) => loadLibrary(folder, loading), {
      onReload: () => {
        target.#reloads++;
      },
      seeds: folder,
    });
    const observer: BotObserver = {
      ...watching().observer,
      answered: ({ command, outcome }) => {
        if (outcome === 'answered') target.#answered = true;
        target.#told();
        const mayFail = command === 'corpus' && outcome === 'failed';
        if (outcome === 'undelivered' || (outcome === 'failed' && !mayFail)) target.#add('failed', outcome);
      },
    };
    discord.gateway.passIdentifyTime();
    const { token, url: apiUrl, guildId } = discord;
    const session = new Session({ commands, live, log, style: PLAIN });
    const attachments = { origins: [discord.cdn.origin], within: 60_000 };
    const bot = await startBot({
      token,
      apiUrl,
      guildId,
      commands,
      live,
      log,
      drawing,
      observer,
      attachments,
    });
    const target = new Target(folder, discord, { bot, drawing, session, live });
    discord.onRefused = ({ method, path: at }, { errors }) =>
      target.#add('refused', `${method} ${at.slice(0, 60)} ${JSON.stringify(errors)}`);
    process.on('uncaughtException', (error) => target.#add('failed', `uncaught: ${error.stack}`));
    process.on('unhandledRejection', (error) =>
      target.#add('failed', `unhandled: ${error instanceof Error ? error.stack : String(error)}`),
    );
    return target;
  }

  /** Sends an input and waits for its answer. */
  async send(input: Input): Promise<Seen> {
    this.#faults.length = 0;
    this.#answered = false;
    const before = this.#reloads;
    const cpu = process.cpuUsage();
    const began = performance.now();
    if (input.to === 'JSON') await this.#line(input.line);
    else if (input.to === 'Discord') await this.#interaction(input);
    else if (input.to === 'folder') await this.#loadAside(input.files);
    else await this.#load(input.files);
    const took = performance.now() - began;
    const { user, system } = process.cpuUsage(cpu);
    const mayMove = input.to === 'Discord' && input.mayMove && input.isModerator;
    if (!mayMove && this.#reloads - before !== Number(input.to === 'documents'))
      this.#add('moved', `${this.#reloads - before} reloads`);
    return {
      faults: [...this.#faults],
      took: Math.min(took, (user + system) / 1_000),
      answered: this.#answered,
    };
  }

  /** Forgets what Discord keeps of what was sent. */
  forget(): void {
    this.discord.forget();
  }

  async stop(): Promise<void> {
    await this.parts.bot.stop();
    await this.parts.drawing.close();
    await this.discord.stop();
    for (const folder of [this.folder, this.aside]) rmSync(folder, { recursive: true, force: true });
  }

  async #line(line: string): Promise<void> {
    try {
      const { outcome } = JSON.parse(await this.parts.session.json(line)) as { outcome: string };
      if (outcome === 'answered') this.#answered = true;
      if (outcome === 'failed') this.#add('failed', 'outcome failed');
    } catch (error) {
      this.#add('failed', `threw: ${error instanceof Error ? error.stack : String(error)}`);
    }
  }

  async #interaction({
    type,
    data,
    pressedOn,
    readable,
    attached,
    place,
    isModerator,
  }: Input & { to: 'Discord' }): Promise<void> {
    const permissions = USE_EXTERNAL_APPS | (isModerator ? MANAGE_GUILD : 0n);
    const member = new Member(this.discord, place, permissions);
    if (readable) this.discord.messages.set(readable.id, readable);
    const told = new Promise<void>((resolve) => {
      this.#told = resolve;
    });
    const file = attached && this.discord.cdn.host(attached.id, attached.name, attached.bytes);
    const asked = file ? { ...data, resolved: { attachments: { [file.id]: file } } } : data;
    const { settled } = member.open(type, asked, pressedOn as SentMessage | undefined);
    let late: NodeJS.Timeout | undefined;
    const unanswered = new Promise<'unanswered'>((resolve) => {
      late = setTimeout(resolve, UNANSWERED_MS, 'unanswered');
    });
    const outcome = await Promise.race([settled, unanswered]);
    clearTimeout(late);
    // What became of an answer is told once it is out, of all but a few kinds.
    await Promise.race([told, sleep(TOLD_WITHIN_MS)]);
    if (outcome === 'unanswered') this.#add('unanswered', 'no answer came');
  }

  /** Loads documents as a start of the program does, with its faults as it tells them. */
  async #loadAside(files: Files): Promise<void> {
    rmSync(this.aside, { recursive: true, force: true });
    writeFiles(this.aside, files);
    try {
      const loaded = await loadLibrary(this.aside);
      if ('faults' in loaded) loaded.faults.map(describeFault);
      else this.#answered = true;
    } catch (error) {
      this.#add('failed', `threw: ${error instanceof Error ? error.stack : String(error)}`);
    }
  }

  /** Puts documents in the place of those before, and has them loaded by a moderator. */
  async #load(files: Files): Promise<void> {
    rmSync(this.folder, { recursive: true, force: true });
    writeFiles(this.folder, files);
    const data = { id: '1', name: 'corpus', type: 1, options: [{ name: 'reload', type: 1, options: [] }] };
    await this.#interaction({ to: 'Discord', type: 2, data, place: 'server', isModerator: true });
  }

  #heard(line: string): void {
    const { level, msg } = JSON.parse(line) as { level: number | string; msg: string };
    const isError = level === 'error' || level === 'fatal' || Number(level) >= ERROR;
    if (isError || FAULTY_WARNINGS.test(msg)) this.#add('failed', line.slice(0, 2_000));
  }

  #add(fault: Fault, what: string): void {
    this.#faults.push([fault, what]);
  }
}
