import { describe, expect, it } from 'vitest';
import { formsFound } from '../../src/command/forms-found.js';
import { readQuery } from '../../src/search/query.js';
import { folderOf, libraryIn } from '../support/folder.js';

/** How documents of these paragraphs write the first word of a topic. */
async function formsOf(topic: string, ...paragraphs: string[]) {
  const { engine } = await libraryIn(folderOf({ '1.txt': paragraphs.join('\n\n') }));
  const [term] = (await readQuery(topic, engine, 'topic')).terms;
  if (!term) throw new Error('a topic without words');
  return formsFound(engine, term);
}

describe('how the documents write a word', () => {
  it.each([
    ['pay', 'They paid the bill.', ['paid']],
    ['colour', 'The color of the bridge is red.', ['color']],
    ['handoff', 'It was a quick hand-off.', ['hand-off']],
    ['rusted', 'Its cables were rust-\ned through.', ['rusted']],
    ['rusted', 'Its cables were rust\u00AD\r\n  ed through.', ['rusted']],
    ['1000000', 'It cost 1\u202F000\u202F000 crowns.', ['1\u202F000\u202F000']],
    ['10 000', 'It cost 10,000 crowns.', ['10,000']],
    ['UN', 'The United Nations met.', ['United Nations']],
    ['e-mail', 'An email was sent.', ['email']],
    ['bridges', 'The bridge’s colour is red.', ['bridge']],
  ])('of %s: “%s”', async (word, paragraph, forms) => {
    expect(await formsOf(word, paragraph)).toEqual({ forms, complete: true });
  });

  it('has the most frequent first', async () => {
    const { forms } = await formsOf(
      'opened',
      'They open it.',
      'He opens it.',
      'She opens it.',
      'Who opens it?',
    );
    expect(forms).toEqual(['opens', 'open']);
  });

  it.each([
    ['universities', 'The universe is large.'],
    ['handoff', 'He took a hand off the wheel.'],
    ['1000', 'It cost 1 000 000 crowns.'],
    ['2018', 'In 2, 018 of them left.'],
    ['Macron', 'A mac is on the desk. Ron left.'],
  ])('has nothing for %s in “%s”', async (word, paragraph) => {
    expect(await formsOf(word, paragraph)).toEqual({ forms: [], complete: true });
  });

  it('looks at two hundred passages, and says where there are more', async () => {
    const paragraphs = (count: number) => Array.from({ length: count }, (_, n) => `They paid ${n} times.`);
    expect(await formsOf('pay', ...paragraphs(200))).toEqual({ forms: ['paid'], complete: true });
    expect(await formsOf('pay', ...paragraphs(201))).toEqual({ forms: ['paid'], complete: false });
  });
});
