/** What whoever asks for the address of interactions reads, in place of an answer. */
export const endpoint = {
  notPost:
    'This address takes interactions from Discord, by POST. Enter it as Interactions Endpoint URL in the Developer Portal.',
  tooLarge: (bytes: number) => `The body is over ${bytes} bytes, more than any interaction has. Send less.`,
  unsigned:
    'The request is not signed by Discord for this application. Give the bot the Public Key of the General Information page, and let proxies pass on headers and body unchanged.',
  stale: 'The request was signed over five minutes ago or ahead. Set the clock of this machine right.',
  notInteraction: 'The body is not an interaction. Send what Discord sends.',
  notAnswered: 'The interaction was not answered. The log of the bot says why; try again.',
};
