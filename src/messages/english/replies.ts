import { count } from './count.js';

/** What any reply may say. */
export const replies = {
  forbidden:
    'Only members with the Manage Server permission can do that, and only in the one server that this bot is moderated from. Ask one of them, or whoever runs the bot.',
  withId: (message: string, id: string) => `${message} (id ${id})`,
  tookTooLong: (id: string) => `That took too long and was stopped (id ${id}). Ask for less at once.`,
  notAnswering: (id: string) =>
    `The archive is not answering now. Try again in a minute; if it goes on, give this id to whoever runs the bot: ${id}`,
  failed: (id: string) =>
    `Something went wrong on the bot’s side. Try again; if it fails again, give this id to whoever runs the bot: ${id}`,

  /** "41", or "at least 41" where not all were counted. */
  total: (number: number, isCounted: boolean) => (isCounted ? String(number) : `at least ${number}`),

  /** Under words that a pronoun says: whom it can only stand for, by what was read. */
  onlyNamed: (pronoun: string, name: string) => `“${pronoun}”: ${name} is the only person named before`,

  /** Names of files that are sent, without their endings. */
  files: {
    answer: 'answer',
    citations: 'citations',
    faults: 'faults',
    verdicts: 'verdicts',
    warnings: 'warnings',
  },
  textFile: (name: string, lines: number) => `${name}: ${count(lines, 'line')} of text`,
};
