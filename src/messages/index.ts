import { english } from './english/index.js';

/** Everything that people are told, by key: another language is another object of this type. */
export type Messages = typeof english;

/** The words that people read. Identifiers, such as names of commands and fields of JSON, are not among them. */
export const messages: Messages = english;
