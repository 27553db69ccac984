/** What is said on Discord alone. */
export const discord = {
  commandGone: (name: string) => `The command /${name} no longer exists. Type / to see the commands.`,
  oldButton: 'This button comes from another version of the bot. Ask again to get new ones.',
  messageGone: 'That message can no longer be read. Choose the command on it again, or on another message.',
  reloaded: (revision: string) =>
    `The documents were reloaded after this answer was given. This page is from revision ${revision}.`,
  edited: 'The message has been edited since. This page is about what it says now.',

  /** Where a question is too long for a button to carry. */
  offer: (label: string, option: string) => `${label}: ask again with ${option} set to true`,

  /** What buttons and menus open of a passage or document. */
  open: { context: 'In context', source: 'Source', check: 'Check by hand' },
  openOf: (what: string, id: string) => `${what}: ${id}`,
  openAny: 'In context, or source…',
  openAtSource: 'Open at the source',
  citeAs: 'Cite as…',
  toCite: (id: string) => `Citation of ${id}, to copy`,
  toCheck: (id: string) => `${id}: what is stated of it, and how to check it by hand`,
  /** Under an answer whose files Discord did not take. */
  withoutFiles:
    'Discord did not take the file that belongs to this answer: it is too large here, or the bot may not attach files. This is the answer without it.',

  back: 'Back',
  more: 'More',
  page: (number: number, all: string) => `${number} of ${all}`,
  sheet: (page: string, number: number, all: number) => `${page}, part ${number} of ${all}`,
  placeNote: (note: string) => ` · ${note}`,
  partOfPassage: (number: number, all: number) => ` · part ${number} of ${all}`,
};
