import { describe, expect, it } from 'vitest';
import { wordNotes, wordsNotAsTyped } from '../../src/command/word-notes.js';
import { folderOf, libraryIn } from '../support/folder.js';

const TEXT = `The United States paid for a quick hand-off of the color film to the filmmaker.

Obama’s plan was read in the universe of cyberattacks.`;

/** What is said of the words of a topic over `TEXT`. */
async function notesOn(topic: string): Promise<string[]> {
  return wordNotes(await wordsNotAsTyped(await libraryIn(folderOf({ '1.txt': TEXT })), topic, 'topic'));
}

describe('the notes on words', () => {
  it.each([
    ['handoff', 'No document says handoff; they say hand-off'],
    ['USA', 'No document says USA; they say United States'],
    ['colour', 'No document says colour; they say color'],
    ['pay', 'No document says pay; they say paid'],
    ['a cyber attack', 'No document says cyber attack; they say cyberattacks'],
    ['cyber-attack', 'No document says cyber-attack; they say cyberattacks'],
    ['universities', 'In no document: universities'],
    ['Macron paid the budget', 'In no document: Macron, budget'],
  ])('on %s: %s', async (topic, note) => {
    expect(await notesOn(topic)).toEqual([note]);
  });

  it.each(['Obama', 'Obama’s plan', 'filmmaker’s', 'the quick film'])('are none on %s', async (topic) => {
    expect(await notesOn(topic)).toEqual([]);
  });

  it('name three forms of a word at most', async () => {
    const text = 'He opens it. She opens it. They open it. Who is opening it? An opener is here.';
    const library = await libraryIn(folderOf({ '1.txt': text }));
    const { otherwise } = await wordsNotAsTyped(library, 'opened', 'topic');
    expect(otherwise).toEqual([{ typed: 'opened', forms: ['opens', 'open', 'opening'] }]);
  });

  it('are on the first eight words that no document has as typed', async () => {
    const topic = Array.from({ length: 20 }, (_, n) => `zz${'abcdefghijklmnopqrst'[n]}`);
    expect(await notesOn(topic.join(' '))).toEqual([`In no document: ${topic.slice(0, 8).join(', ')}`]);
  });
});
