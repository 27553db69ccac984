import { entry } from '../text/entry.js';

/** How much a list grows where it is full: amortised, a push costs what it costs to write a number. */
const GROWTH = 1.5;
const FIRST_ROOM = 1024;

/** A list of whole numbers from 0 to 2³² − 1 that grows, four bytes each. */
export class NumberList {
  #room = new Uint32Array(FIRST_ROOM);
  #length = 0;

  get length(): number {
    return this.#length;
  }

  /** Adds `value`, and returns its place. */
  push(value: number): number {
    if (this.#length === this.#room.length) this.reserve(this.#length + 1);
    this.#room[this.#length] = value;
    return this.#length++;
  }

  /** Makes room for `length` numbers in all, so that as many pushes copy nothing. */
  reserve(length: number): void {
    if (length <= this.#room.length) return;
    const room = new Uint32Array(Math.max(length, Math.ceil(this.#room.length * GROWTH)));
    room.set(this.#room);
    this.#room = room;
  }

  /** @throws RangeError where the list is not so long. */
  at(place: number): number {
    if (place >= this.#length) throw new RangeError(`No entry ${place} in a list of ${this.#length}`);
    return entry(this.#room, place);
  }

  /** @throws RangeError where the list is not so long. */
  set(place: number, value: number): void {
    if (place >= this.#length) throw new RangeError(`No entry ${place} in a list of ${this.#length}`);
    this.#room[place] = value;
  }

  /** The numbers so far, as an array of their own. */
  toArray(): Uint32Array {
    return this.#room.slice(0, this.#length);
  }
}
