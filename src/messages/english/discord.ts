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

  back: 'Back',
  more: 'More',
  page: (number: number, all: string) => `${number} of ${all}`,
  sheet: (page: string, number: number, all: number) => `${page}, part ${number} of ${all}`,
  partOfPassage: (number: number, all: number) => ` · part ${number} of ${all}`,
};
