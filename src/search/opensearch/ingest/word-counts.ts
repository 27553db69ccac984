import type { Document } from '../../../corpus/document.js';
import { speakerCounts } from '../../../corpus/speaker-counts.js';
import { readAs } from '../../../languages/index.js';
import { foldWord } from '../../../text/fold.js';
import type { Pace } from '../../../text/pace.js';
import type { CountedWord } from '../records.js';
import type { FormCount } from '../word-records.js';

/** A form, how often it stands, and its key. */
interface Form {
  readonly surface: string;
  readonly language: string;
  readonly key: string;
  count: number;
}

/** A record of the vocabulary, as it is put into an index. */
export interface VocabularyRecord {
  readonly kind: 'word' | 'key' | 'speaker' | 'outlet';
  readonly folded: string;
  readonly written?: string;
  readonly count: number;
  readonly telling?: boolean;
  readonly parts?: readonly string[];
  readonly forms?: readonly FormCount[];
}

/** How often the words, keys and speakers of a corpus stand. Documents may be counted in and out. */
export class WordCounts {
  /** By language and form. */
  readonly forms = new Map<string, Form>();
  /** By key, how many passages have it. */
  readonly frequencies = new Map<string, number>();
  /** By folded name, how often each way to write it stands. */
  readonly speakers = new Map<string, Map<string, number>>();
  /** How many words of all passages are more than function words, and how many passages there are. */
  length = 0;
  passages = 0;
  documents = 0;

  /** Counts a document in, or out with −1; `read` has the words of its passages. */
  add(document: Document, read: readonly (readonly CountedWord[])[], sign: 1 | -1 = 1): void {
    const language = readAs(document.source.language);
    for (const words of read) {
      for (const { surface, key, isCommon } of words) {
        this.addForm(surface, language, key, sign);
        if (!isCommon) this.length += sign;
      }
      for (const key of new Set(words.map((word) => word.key))) this.addKey(key, sign);
    }
    for (const { name, folded, count } of speakerCounts(document.passages.map(({ text }) => text))) {
      this.addSpeaker(name, folded, sign * count);
    }
    this.passages += sign * document.passages.length;
    this.documents += sign;
  }

  addForm(surface: string, language: string, key: string, count: number): void {
    const id = `${language}\0${surface}`;
    const form = this.forms.get(id);
    if (!form) this.forms.set(id, { surface, language, key, count });
    else if (form.count + count === 0) this.forms.delete(id);
    else form.count += count;
  }

  addKey(key: string, count: number): void {
    const frequency = (this.frequencies.get(key) ?? 0) + count;
    if (frequency === 0) this.frequencies.delete(key);
    else this.frequencies.set(key, frequency);
  }

  addSpeaker(name: string, folded: string, count: number): void {
    const names = this.speakers.get(folded) ?? new Map<string, number>();
    const sum = (names.get(name) ?? 0) + count;
    if (sum === 0) names.delete(name);
    else names.set(name, sum);
    if (names.size === 0) this.speakers.delete(folded);
    else this.speakers.set(folded, names);
  }

  /** The forms of each word, by the word folded. Rests as `pace` says. */
  async byWord(pace: Pace): Promise<Map<string, Form[]>> {
    const words = new Map<string, Form[]>();
    for (const form of this.forms.values()) {
      append(words, foldWord(form.surface), form);
      await pace();
    }
    return words;
  }

  /** The forms of each key. Rests as `pace` says. */
  async byKey(pace: Pace): Promise<Map<string, Form[]>> {
    const keys = new Map<string, Form[]>();
    for (const form of this.forms.values()) {
      append(keys, form.key, form);
      await pace();
    }
    return keys;
  }
}

function append(lists: Map<string, Form[]>, key: string, form: Form): void {
  const list = lists.get(key);
  if (list) list.push(form);
  else lists.set(key, [form]);
}
