import { describe, expect, it } from 'vitest';
import { paragraphsOf, takenOut } from './extracted.js';

const paragraph = (text: string) =>
  `<p>${text} The council has met for nine hours on it, and voted in the end, with two against, on Monday evening.</p>`;
const NEWS = `<!doctype html>
<html lang="en-GB"><head>
<title>A Dam That Leaks - The Paper</title>
<meta property="og:title" content="A Dam That Leaks">
<meta property="og:site_name" content="The Paper">
<meta name="author" content="By Ann Borg">
<meta property="article:published_time" content="2020-03-04T05:06:07Z">
<link rel="canonical" href="https://example.com/dam?a=1&amp;b=2">
<script>var tracked = "never in the text";</script><style>p { color: red }</style>
</head><body>
<header><nav><ul><li><a href="/">Home</a></li><li><a href="/sport">Sport of the day</a></li></ul></nav></header>
<main><article><h1>A Dam
  That Leaks</h1>
${paragraph('“It was <em>never</em> safe,” she&nbsp;said&mdash;twice.')}
<script>document.write('nor this')</script>
<blockquote>${paragraph('‘Nobody asked.’')}</blockquote>
<ul><li>${paragraph('First.')}</li><li>Second point of the council<br>on two lines</li></ul>
<table><tr><th>Year</th><th>Rain</th></tr><tr><td>2019</td><td>3 inches</td></tr></table>
<p style="display:none">Hidden words</p>
${paragraph('Last.')}
</article></main>
<aside><p>Read more: ten other stories</p></aside><footer>Cookies and terms</footer>
</body></html>`;

describe('a page', () => {
  it('is its article under its headline, without scripts, navigation and what is hidden', async () => {
    const paragraphs = await paragraphsOf('1.html', NEWS);
    expect(paragraphs.map((text) => text.replace(/ The council has met .*/, ''))).toEqual([
      'A Dam That Leaks',
      '“It was never safe,” she\u00A0said—twice.',
      '‘Nobody asked.’',
      'First.',
      'Second point of the council\non two lines',
      'Year\tRain',
      '2019\t3 inches',
      'Last.',
    ]);
  });

  it('suggests what it says of its source, and states nothing', async () => {
    expect((await takenOut('1.htm', NEWS)).suggestions).toEqual({
      outlet: 'The Paper',
      title: 'A Dam That Leaks',
      author: 'Ann Borg',
      published: '2020-03-04T05:06:07Z',
      url: 'https://example.com/dam?a=1&b=2',
      language: 'en-GB',
    });
    const bare =
      '<html><head><meta name="date" content="2020-03-04, 5 pm"><link rel=canonical href="/a"></head><body><p>Text.</p></body></html>';
    expect((await takenOut('1.htm', bare)).suggestions).toMatchObject({ published: '2020-03-04' });
    expect((await takenOut('1.htm', bare)).suggestions?.url).toBeUndefined();
  });

  it('that is no article is the text in it, without what stands around', async () => {
    const page =
      '<title>Dam</title><nav>Home</nav><dl><dt>Q: Is it safe?<dd>A: It is <b>not</b>.</dl><footer>Terms</footer>';
    expect(await paragraphsOf('1.html', page)).toEqual(['Q: Is it safe?', 'A: It is not.']);
    expect(await paragraphsOf('1.html', 'No element <3 at all')).toEqual(['No element <3 at all']);
  });

  it('keeps the quotation marks and the line ends of German and Chinese as they are shown', async () => {
    const page =
      '<html><body><p>„Das war nie beschlossen“,\nsagte er &ndash; »nie«.</p><p>她说：「没有人\n准备好。」</p></body></html>';
    expect(await paragraphsOf('1.html', page)).toEqual([
      '„Das war nie beschlossen“, sagte er – »nie«.',
      '她说：「没有人准备好。」',
    ]);
  });

  it('without a text is a fault', async () => {
    await expect(takenOut('1.html', '<script>a</script><nav>Home</nav>')).rejects.toThrow(
      '1: the page has no text',
    );
  });
});
