import { describe, expect, it } from 'vitest';
import { paragraphsOf, takenOut } from './extracted.js';

describe('Markdown', () => {
  it('has HTML inside of a paragraph as a page has it', async () => {
    const text = `It cost 10<sup>6</sup>, he <span style="display:none">did *not* </span>said: <q>all & *all* < \`<q>\`</q>
yes <!-- not --> ~~never~~ H~2~O <del>nor **this**</del> on [one <br> line](https://example.com) <half> done.`;
    expect(await paragraphsOf('1.md', text)).toEqual([
      'It cost 10⁶, he said: “all & all < <q>” yes H~2~O on one\nline done.',
    ]);
    const deep = `${'<i>x '.repeat(300)}\n`;
    await expect(paragraphsOf('1.md', deep)).rejects.toThrow('1: it is nested too deeply');
  });

  it('is read as a reader sees it', async () => {
    const text = `The *Dam* of [Borg](https://example.com "t")
=====

It was **never** safe, \`she\` said[^1] &mdash; see ![a map](m.png) and <https://example.com/a>.
The line goes on,  
and here is another. ~~Not this~~ \\*as it stands\\* <b>bold</b><br>here

> “It will hold,” he said.
>
> > Deeper.

1. One
2. Two
   - Inside

   Two goes on.

| Year | Rain |
| --- | ---: |
| 2019 | 3 |

\`\`\`js
const a = 1;
  b();
\`\`\`

<div>In <i>a</i> block</div>

<!-- nothing -->

---

[^1]: On *Monday*.

[ref]: https://example.com
`;
    expect(await paragraphsOf('1.md', text)).toEqual([
      'The Dam of Borg',
      'It was never safe, she said — see a map and https://example.com/a. The line goes on,\nand here is another. *as it stands* bold\nhere',
      '“It will hold,” he said.',
      'Deeper.',
      'One',
      'Two',
      'Inside',
      'Two goes on.',
      'Year\tRain',
      '2019\t3',
      'const a = 1;\n  b();',
      'In a block',
      'On Monday.',
    ]);
  });

  it('joins lines of Chinese without a space, and keeps its own quotation marks', async () => {
    expect(await paragraphsOf('1.md', '她说：「没有人\n准备好。」\n\n„Nie“, sagte\ner.')).toEqual([
      '她说：「没有人准备好。」',
      '„Nie“, sagte er.',
    ]);
  });

  it('has its front matter before the text, as it is', async () => {
    const taken = await takenOut('1.md', '---\r\ntitle: "A Dam"\r\n---\r\nText.\r\n');
    expect(taken).toMatchObject({ text: '---\ntitle: "A Dam"\n---\n\nText.' });
    expect((await takenOut('1.markdown', 'Text.\n\n---\n\nMore.')).text).toBe('Text.\n\nMore.');
  });

  it('is faulty where nothing is left of it', async () => {
    await expect(takenOut('1.md', '<!-- nothing -->\n\n[a]: b')).rejects.toThrow('1: the file is empty');
  });

  it('is nested a hundred times and no more, and may have lines of marks', async () => {
    for (const mark of ['>', '- ', '1. ']) {
      expect(await paragraphsOf('1.md', `${mark.repeat(100)}a`)).toEqual(['a']);
      await expect(takenOut('1.md', `a\n\n${mark.repeat(101)}a`)).rejects.toThrow(
        '1: it is nested too deeply',
      );
    }
    expect(await paragraphsOf('1.md', `a\n\n${'*'.repeat(200)}\n\nb\n${'-'.repeat(200)}\n`)).toEqual([
      'a',
      'b',
    ]);
  });
});
