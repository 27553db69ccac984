import { count } from './count.js';

/** What assistants and their people read over the Model Context Protocol. */
export const mcp = {
  asker: 'an assistant',
  folder: 'a change in the folder',

  /** For the assistant, once, when it connects. */
  instructions: [
    'Verbatim quotes documents word for word, with citations, and never paraphrases.',
    'Put between quotation marks only what a tool returned as the text of an excerpt or what a document here has, character for character, and cite it: title or file, author, outlet and date as far as stated, and the passage such as 000#6.',
    'What a source does not state is null; do not fill it in.',
    'Where a tool finds nothing, say that the documents do not answer; do not answer from memory.',
    'Before you hand over a text with quotations, check it with verify_quotes, and correct or remove each one whose verdict is altered, joined or absent, and check by itself one that is unchecked.',
    'A verdict says what the documents have, not what is true.',
  ].join('\n'),

  /** Below what a tool found: another call that shows more. */
  offer: (label: string, option: string) => `${label}: call again with ${option} set to true`,
  shownOf: (shown: number, all: number) => `Showing the first ${shown} of ${count(all, 'passage')}.`,
  statementsOf: (shown: number, all: string) =>
    `Showing the first ${shown} of ${all} statements. Ask for a topic or a speaker to see others.`,

  /** A document in a list: how it is cited, and how long it is. */
  document: (citation: string, passages: number) => `${citation}; ${count(passages, 'passage')}`,
  documents: {
    title: 'A document',
    description: 'The whole text of a document, by its id, such as 000',
  },
  passages: {
    title: 'A passage',
    description: 'One paragraph of a document, by its id and its number, counted from 1: 000 and 6 for 000#6',
  },

  noTool: (name: string) => `There is no tool ${name}.`,
  noResource: (uri: string) => `There is no resource ${uri}.`,
  noPrompt: (name: string) => `There is no prompt ${name}.`,
  noTemplate: (uri: string) => `There is no resource template ${uri}.`,
  badCursor: 'This cursor is not one of the documents as they are now. List them again from the start.',
  tooManySubscriptions: (most: number) => `No more than ${most} resources can be subscribed to at once.`,

  prompts: {
    quoteExactly: {
      title: 'Quote exactly',
      description: 'Write on a topic with exact, cited quotations, and check them before handing them over',
      topic: 'Topic or question, in a few words',
      text: (topic: string) =>
        [
          'Write about the topic below from the documents that Verbatim holds.',
          '',
          '1. Find passages with the tools quote, ask and compare. Use nothing that they did not return.',
          '2. Quote exactly: copy the text of an excerpt character for character, between quotation marks. Leave words out only with […], and add none.',
          '3. Cite each quotation with what is stated of its source (title or file, author, outlet, date) and its passage, such as 000#6. Do not fill in what is not stated.',
          '4. Keep your own words apart from the quotations, and say so where the documents do not answer.',
          '5. When the draft is done, give all of it to the tool verify_quotes. Correct or remove each quotation whose verdict is altered, joined or absent, and check again until none is left. One that is unchecked is to be checked by itself with verify.',
          '',
          'The topic:',
          topic,
        ].join('\n'),
    },
    checkQuotations: {
      title: 'Check quotations',
      description: 'Check every quotation in a text against the documents, and say what differs',
      text: 'The text whose quotations are to be checked',
      ask: (text: string) =>
        [
          'Check the quotations in the text below against the documents that Verbatim holds.',
          '',
          '1. Give the text, unchanged, to the tool verify_quotes.',
          '2. For each quotation say its verdict, what differs word for word, and where it stands (title or file, and passage).',
          '3. Change nothing in the text yourself, and do not judge by memory whether a quotation is right.',
          '',
          'The text:',
          text,
        ].join('\n'),
    },
  },

  /** For whoever starts it by hand. */
  waiting:
    'Verbatim speaks the Model Context Protocol here: start it from an MCP client, as docs/mcp.md shows.\n',
  alone: '--mcp cannot be used with --chat or --json; leave one of them out',
};
