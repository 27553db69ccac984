import type { Command } from '../src/command/command.js';
import { compare } from './compare.js';
import { corpus } from './corpus.js';
import { quote } from './quote.js';

/** Everything that people can ask, in the order in which help lists it. */
export const commands: readonly Command[] = [quote, compare, corpus];
