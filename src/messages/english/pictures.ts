import { count } from './count.js';

const REST = 'The rest is in the message.';

/** What is said of pictures, and why there is none. */
export const pictures = {
  none: (reason: string) => `No picture: ${reason}.`,
  noLetter: (character: string) => `the fonts do not have “${character}”`,
  tooLong: 'the passages are too long for one',
  failed: 'drawing it failed',
  someShown: (shown: number, all: number) => `The picture shows ${shown} of the ${all} that report this.`,
  rest: REST,
  compared: (passages: number) => `${count(passages, 'passage')} compared. ${REST}`,
};
