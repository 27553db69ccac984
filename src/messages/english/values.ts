import { digits } from './count.js';

/** What is wrong with an option's value: each follows the option's name, as in "`topic` is required". */
export const values = {
  required: 'is required',
  notText: 'must be text',
  empty: 'must not be empty',
  tooLong: (max: number) => `must be at most ${digits(max)} characters long`,
  notYesOrNo: 'must be true or false',
  notDate: 'is not a date; write it as YYYY-MM-DD, YYYY-MM or YYYY',
  notInRange: (from: number, to: number) => `must be a whole number from ${from} to ${to}`,
  notSubcommand: (names: readonly string[]) => `must be ${names.join(' or ')}`,

  problem: (option: string, problem: string) => `\`${option}\` ${problem}.`,
  unknown: (options: readonly string[]) =>
    `There is no option ${options.map((option) => `\`${option}\``).join(', ')} here; leave it out.`,
  misplaced: (option: string, calls: readonly string[]) =>
    `\`${option}\` belongs to ${calls.map((call) => `/${call}`).join(' and ')}; leave it out.`,
  fromAfterTo: (from: string, to: string) => `\`from\` (${from}) is after \`to\` (${to}); swap them.`,
  notName: '`speaker` is not a name; write one, for example just the last name.',
  unknownOutlet: (outlet: string, known: readonly string[], isMore: boolean) =>
    `There is no outlet ${outlet} here. The outlets are: ${known.join(', ')}${isMore ? ' and others' : ''}.`,
  noOutlets: (outlet: string, id = '') =>
    `There is no outlet ${outlet} here. No document states its outlet; use a document’s id instead, such as ${id}.`,
};
