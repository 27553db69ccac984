import path from 'node:path';
import { messages } from '../messages/index.js';
import type { Answers, Call, Saved } from './calls.js';
import { Model } from './model.js';
import { readModelFiles } from './model-files.js';
import type { Runtime } from './runtime.js';
import { cosine, toVector } from './vector.js';
import { Vectors } from './vectors.js';

/** A model with its vectors. */
interface Opened {
  readonly model: Model;
  readonly vectors: Vectors;
  readonly sha256: string;
}

type Faulty = { readonly faults: readonly string[] };
type CallOf<Kind extends Call['kind']> = Extract<Call, { kind: Kind }>;

/** Where vectors of a model are kept in its folder. The first 16 characters tell models apart. */
export function vectorFileIn(folder: string, sha256: string): string {
  return path.join(folder, `verbatim-vectors-${sha256.slice(0, 16)}.bin`);
}

/**
 * What the thread of a model does. The first call loads the model, and it is kept for the others. A text that has
 * no vector yet gets one, rounded as those are that were kept, so that an answer is the same either way.
 */
export class Service {
  readonly #opened = new Map<string, Promise<Opened | Faulty>>();

  constructor(private readonly load: () => Promise<Runtime | Faulty>) {}

  /** Rejects where the model cannot be opened (but for `open`, which says why) or fails. */
  async answer(call: Call): Promise<Answers[Call['kind']]> {
    const opened = await this.#open(call.folder);
    if (call.kind === 'open') {
      return 'faults' in opened ? opened : { sha256: opened.sha256, kept: opened.vectors.size };
    }
    if ('faults' in opened) throw new Error(opened.faults.join(' '));
    if (call.kind === 'compare') return compare(opened, call);
    if (call.kind === 'prepare') return prepare(opened, call);
    return save(opened);
  }

  #open(folder: string): Promise<Opened | Faulty> {
    const opening = this.#opened.get(folder) ?? this.#read(folder);
    this.#opened.set(folder, opening);
    return opening;
  }

  async #read(folder: string): Promise<Opened | Faulty> {
    const files = readModelFiles(folder);
    if ('faults' in files) return files;
    const runtime = await this.load();
    if ('faults' in runtime) return runtime;
    try {
      const model = await Model.load(files, runtime);
      // Runs once, since some models are found to be none only then.
      await model.embed('');
      const { sha256 } = files;
      return { model, sha256, vectors: new Vectors({ file: vectorFileIn(folder, sha256), model: sha256 }) };
    } catch (error) {
      return { faults: [messages.settings.notModel(folder, reasonOf(error))] };
    }
  }
}

async function compare(
  opened: Opened,
  { question, texts, until }: CallOf<'compare'>,
): Promise<Answers['compare']> {
  for (const text of texts) {
    if (opened.vectors.get(text)) continue;
    if (Date.now() >= until) return undefined;
    await make(opened, text);
  }
  const direction = await opened.model.embed(question);
  const similarities: number[] = [];
  for (const text of texts) {
    const vector = opened.vectors.get(text);
    // More texts than vectors may be kept: as good as no time.
    if (!vector) return undefined;
    similarities.push(cosine(direction, vector));
  }
  return similarities;
}

async function prepare(opened: Opened, { texts, limit }: CallOf<'prepare'>): Promise<Answers['prepare']> {
  const began = performance.now();
  let [done, made] = [0, 0];
  for (const text of texts) {
    if (!opened.vectors.get(text)) {
      if (made > 0 && performance.now() - began >= limit) break;
      await make(opened, text);
      made++;
    }
    done++;
  }
  return { done, made, ...(opened.vectors.isWorthSaving ? save(opened) : {}) };
}

async function make({ model, vectors }: Opened, text: string): Promise<void> {
  vectors.set(text, toVector(await model.embed(text)));
}

function save({ vectors }: Opened): Saved {
  try {
    vectors.save();
    return {};
  } catch (error) {
    return { unsaved: reasonOf(error) };
  }
}

function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
