/** What is said in the terminal alone. */
export const terminal = {
  asker: 'the terminal',
  more: 'The next page of the last answer',
  help: 'This list; Ctrl-D or Ctrl-C to leave',
  noMore: 'There is nothing more to show.',
  allShown: 'Each line already has all pages.',
  /** `first` and `last` are the same where one is shown. */
  showing: (first: number, last: number, all: string) =>
    `Showing ${first === last ? last : `${first}–${last}`} of ${all}; /more for the next`,

  offer: (label: string, option: string) => `${label}: add ${option}:true`,

  noSlash: 'Commands start with a slash, as in /quote topic:NGOs. /help lists them.',
  unknownCommand: (name: string) => `There is no command /${name}. /help lists the commands.`,
  didYouMean: (name: string, meant: string) => `There is no command /${name}. Did you mean /${meant}?`,
  unfinished: (name: string, known: readonly string[]) =>
    `/${name} needs one more word: ${known.join(' or ')}.`,
  unknownSubcommand: (name: string, second: string, known: readonly string[]) =>
    `There is no /${name} ${second}: ${known.join(' or ')}.`,
  unknownOption: (option: string, usage: string) => `There is no option ${option} here: ${usage}`,
  unclear: (words: string, usage: string) => `It is not clear what “${words}” belongs to: ${usage}`,
  notYesOrNo: (option: string) => `\`${option}\` must be true or false, as in ${option}:true`,

  notJson: (example: string) => `That isn’t valid JSON; write an object such as ${example}`,
  notRequest: (example: string) => `A request looks like ${example}`,
  notCommand: (name: string, known: readonly string[]) =>
    `There is no command ${name}. The commands are: ${known.join(', ')}`,
};
