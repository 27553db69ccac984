/*
 * What a chat puts into a text for things that it shows otherwise: Discord's documentation, "Message Formatting"
 * (reference). Ids have 20 digits at most.
 */

/** Mentions of people, roles, channels and commands, times, and places of a server. */
export const CHAT_MENTION = new RegExp(
  `<(?:${[
    String.raw`(?:@[!&]?|#)\d{1,20}`,
    // Its name and those of its subcommands, of 32 characters each.
    String.raw`/[^<>:\n]{1,98}:\d{1,20}`,
    String.raw`t:-?\d{1,20}(?::[a-zA-Z])?`,
    String.raw`id:[a-z-]{1,32}(?::\d{1,20})?`,
  ].join('|')})>`,
  'gu',
);

/** Emoji of a server's own. */
export const CHAT_EMOJI = /<a?:\w{1,32}:\d{1,20}>/g;

/** A text without the markup of a chat, which holds names and numbers that nobody typed; a blank stands for each. */
export function withoutChatMarkup(text: string): string {
  return text.replace(CHAT_MENTION, ' ').replace(CHAT_EMOJI, ' ');
}
