/** What the commands do, as Discord and `/help` list them. */
export const commands = {
  quote: { description: 'The most relevant passages on a topic, word for word, with their sources' },
  ask: { description: 'The passages that answer a question, word for word' },
  compare: { description: 'How each outlet words the same statement, side by side' },
  verify: { description: 'Checks a quotation against the documents, word for word' },
  verifyQuotes: {
    name: 'Verify quotes',
    description: 'Checks every quotation in a message against the documents, word for word',
  },
  source: { description: 'Where a passage or document comes from, how to cite it, and how to check it' },
  corpus: {
    description: 'The documents that the bot answers from',
    reload: 'Load the documents again; if they have faults, the previous ones stay in use',
    status: 'What is loaded, since when, and who loaded it',
  },
};

/** What to write in the commands' options. */
export const options = {
  topic: 'Topic, in a few words',
  question: 'What you want to know, in plain words',
  quotation: 'The quotation to check, with or without who said it',
  message: 'A text with quotations between quotation marks or in block quotes',
  outlet: 'Only this outlet, or the document with this id',
  speaker: 'Only what this speaker is named as saying',
  from: 'Published on or after this date: YYYY-MM-DD, YYYY-MM or YYYY',
  to: 'Published on or before this date: YYYY-MM-DD, YYYY-MM or YYYY',
  said: 'Only where the words are inside quotation marks',
  nearest: 'Where no passage answers: the nearest ones, and what each lacks',
  private: 'Only you see the answer',
  picture: 'Include a picture (true unless you set it to false)',
  id: 'A passage such as 000#6, or a document such as 000',
  full: 'Read every file, even those whose size and date have not changed',
  context: 'How many paragraphs to show before and after it',
};
