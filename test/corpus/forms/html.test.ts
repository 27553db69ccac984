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

  it('has its quotation marks, raised numbers and ruby as a reader sees them', async () => {
    const page = `<p>She said: <q>It is <q>safe</q>, all of it.</q></p>
      <p>It cost 10<sup>6</sup> crowns, 5<sup>1, 2</sup> a day, 10<sup>−3</sup> of it on the 1<sup>st</sup>.</p>
      <p>The dam held<sup><a href="#n1">1</a></sup><sup class="reference"><span><a href="#n2">[2]</a></span></sup> for m<sup><b>2</b></sup>.</p>
      <p><ruby>東京<rp>(</rp><rt>とうきょう</rt><rp>)</rp></ruby>は</p>`;
    const read = [
      'She said: “It is ‘safe’, all of it.”',
      'It cost 10⁶ crowns, 5¹, ² a day, 10⁻³ of it on the 1st.',
      'The dam held for m².',
      '東京は',
    ];
    expect(await paragraphsOf('1.html', page)).toEqual(read);
    const article = `<article>${paragraph('One.')}${page}${paragraph('Two.').repeat(4)}</article>`;
    expect((await paragraphsOf('1.html', article)).slice(1, 1 + read.length)).toEqual(read);
  });

  it('raises up to sixty characters, and reads what is raised within itself in one pass', async () => {
    const raised = async (length: number) =>
      paragraphsOf('1.html', `<p>5<sup>${'1'.repeat(length)}</sup></p>`);
    expect(await raised(60)).toEqual([`5${'¹'.repeat(60)}`]);
    expect(await raised(61)).toEqual([`5${'1'.repeat(61)}`]);
    const deep = `<p>${'<sup>'.repeat(200)}${'a '.repeat(500_000)}${'</sup>'.repeat(200)}</p>`;
    expect((await paragraphsOf('1.html', deep))[0]).toHaveLength(999_999);
  });

  it('has preformatted lines and formulas that fit in a line, and shows where others stand', async () => {
    const page = `<pre>one<br>  two <del>three</del>\nfour<i hidden>five</i></pre>
      <p>If <math><mrow><mi>x</mi><mo>=</mo><mn>5</mn></mrow><annotation>x=5</annotation></math> holds, <math><mfrac><mn>1</mn><mn>2</mn></mfrac></math> of it.</p>`;
    expect(await paragraphsOf('1.html', page)).toEqual(['one\n  two\nfour', 'If x=5 holds, \uFFFC of it.']);
  });

  it('has nothing of what is struck out or hidden, however that is said, and all else', async () => {
    const page = `<p>It <del>was never</del> was <s>10</s> <strike>11</strike> 12<span hidden> no</span><i style="color:red; display : none !important"> not</i><b style="visibility:collapse"> nor</b>.</p>
      <p style="-webkit-backface-visibility: hidden">It turns smoothly.</p>`;
    const read = ['It was 12.', 'It turns smoothly.'];
    expect(await paragraphsOf('1.html', page)).toEqual(read);
    const article = `<article>${paragraph('One.')}${page}${paragraph('Two.').repeat(4)}</article>`;
    expect((await paragraphsOf('1.html', article)).slice(1, 1 + read.length)).toEqual(read);
  });

  it('without a text is a fault', async () => {
    await expect(takenOut('1.html', '<script>a</script><nav>Home</nav>')).rejects.toThrow(
      '1: the page has no text',
    );
  });
});
