import { shorten } from '../../text/shorten.js';
import { count, digits } from './count.js';

/** As much as anybody reads of a name that somebody made up, in UTF-16 code units. */
const MAX_SHOWN = 60;

const disjunction = new Intl.ListFormat('en', { type: 'disjunction' });
const shown = (name: string) => shorten(name, MAX_SHOWN);
const either = (known: readonly string[]) => disjunction.format(known);

/** What is said in the terminal alone. */
export const terminal = {
  asker: 'the terminal',
  more: 'The next page of the last answer',
  copy: 'The last answer again with no line break added for the window, to copy from',
  help: 'This list; also: help or ?',
  exit: 'Leaves; also: quit, Ctrl-D, or Ctrl-C twice',
  words: 'Words without a slash ask /ask, as in: Who financed the opposition?',
  howToLeave: 'To leave, press Ctrl-C again, or type exit.',
  noMore: 'There is nothing more to show.',
  allShown: 'Each line already has all pages, up to 50 excerpts.',
  /** `first` and `last` are the same where one is shown. */
  showing: (first: number, last: number, all: string) =>
    `Showing ${first === last ? last : `${first}–${last}`} of ${all}; /more for the next`,

  offer: (label: string, option: string) => `${label}: add ${option}:true`,

  nothingToCopy: 'There is no answer to show again.',
  missingSlash: (usage: string) => `Commands start with a slash: ${usage}`,
  noSlash: 'Commands start with a slash, as in /quote topic:NGOs. /help lists them.',
  unknownCommand: (name: string) => `There is no command /${name}. /help lists the commands.`,
  didYouMean: (name: string, meant: string) => `There is no command /${name}. Did you mean /${meant}?`,
  unfinished: (name: string, known: readonly string[]) => `/${name} needs one more word: ${either(known)}.`,
  unknownSubcommand: (name: string, second: string, known: readonly string[]) =>
    `There is no /${name} ${second}: ${either(known)}.`,
  unknownOption: (option: string, usage: string) => `There is no option ${option} here: ${usage}`,
  unclear: (words: string, usage: string) => `It is not clear what “${words}” belongs to: ${usage}`,
  notYesOrNo: (option: string) => `\`${option}\` must be true or false, as in ${option}:true`,

  /** While work goes on for long; `seconds` is how long it has. */
  reading: (done: number, all: number) => `Reading the documents: ${digits(done)} of ${digits(all)}`,
  indexing: (documents: number, seconds: number) =>
    `Indexing ${count(documents, 'file')}: ${count(seconds, 'second')}`,
  loading: (seconds: number) => `Loading the documents: ${count(seconds, 'second')}`,
  working: (seconds: number) => `Working: ${count(seconds, 'second')}`,
  answered: (lines: number, seconds: number) =>
    `${count(lines, 'line')} answered in ${count(seconds, 'second')}`,

  notJson: (example: string) => `That isn’t valid JSON; write an object such as ${example}`,
  notRequest: (example: string) => `A request looks like ${example}`,
  wrongInRequest: (place: string, example: string) =>
    `\`${shown(place)}\` is missing, or of a type that no request has there. A request looks like ${example}`,
  unknownInRequest: (keys: readonly string[], example: string) =>
    `A request has \`command\` and \`options\` only, and not ${keys
      .slice(0, 3)
      .map((key) => `\`${shown(key)}\``)
      .join(', ')}. It looks like ${example}`,
  notCommand: (name: string, known: readonly string[]) =>
    `There is no command ${name}. The commands are: ${known.join(', ')}`,
};
