import type { Command } from '../src/command/command.js';
import { ask } from './ask.js';
import { compare } from './compare.js';
import { corpus } from './corpus.js';
import { quote } from './quote.js';
import { source } from './source.js';
import { verify } from './verify.js';
import { verifyQuotes } from './verify-quotes.js';

/** Everything that people can ask, in the order in which help lists it. */
export const commands: readonly Command[] = [quote, ask, compare, verify, verifyQuotes, source, corpus];
