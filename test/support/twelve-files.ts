import { docxOf, wordParagraph } from './made-files.js';

/** A file as somebody has it who keeps documents, and what is to come of it. */
export interface RealFile {
  /** What it stands for. */
  readonly what: string;
  readonly name: string;
  readonly bytes: Uint8Array;
  /** The id that it gets. */
  readonly id: string;
  /** What is asked for. */
  readonly topic: string;
  /** The passage that answers, as a reader of the file sees it. */
  readonly passage: string;
  /** A quotation of it, as somebody gives it who copied it. */
  readonly quotation: string;
  /** What no document says, though it is in the file. */
  readonly not?: string;
}

const text = (lines: readonly string[]) => Buffer.from(`${lines.join('\n')}\n`);

/** Windows-1252: its quotation marks and accents are bytes that are none of UTF-8. */
const WINDOWS_1252 = Buffer.from(
  'Caf\xe9 owners in the old town are divided.\n\n\x93The tram costs us every customer we had,\x94 said Ren\xe9 Dubois, who runs the Caf\xe9 Central.\n\nThe council\x92s plan goes on \x96 until autumn.\n',
  'latin1',
);

const UTF_16 = Buffer.concat([
  Buffer.from([0xff, 0xfe]),
  Buffer.from(
    'The lighthouse keeper retires.\r\n\r\n“I have counted every ship for forty years,” Ingrid Solheim said. “Nobody asked me for the number.”\r\n',
    'utf16le',
  ),
]);

const PAGE = `<!DOCTYPE html>
<html lang="en"><head><title>Ferry to return | The Island Paper</title>
<script>window.tracking = "Subscribe to our tracker";</script>
<style>.nav { color: red }</style></head>
<body><header><nav><ul><li><a href="/">Home</a></li><li><a href="/news">Subscribe today</a></li></ul></nav></header>
<main><article><h1>Ferry to return in spring</h1>
<p>The ferry between the two islands will return in spring, the operator announced on Tuesday after a winter without one boat.</p>
<p>“We repaired the engine twice and lost it twice,” captain Oona Kallio told the island council, which had asked her for a date since October.</p>
<p>Tickets will cost what they cost before, she added, and the first crossing is to carry the school&rsquo;s choir.</p>
<p>The council had threatened to hire another operator from the mainland, but none of the four that it asked had a boat of the right size.</p>
</article></main><footer><p>Subscribe to our newsletter. All rights reserved.</p></footer></body></html>
`;

const MARKDOWN = `# Beekeepers count their losses

The **coldest** winter in [sixty years](https://example.com/winter) has cost the valley half of its hives.

> “My *strongest* hive was empty by Candlemas,” says Petra Huld.

- [ ] Call again in May
`;

const CAPTIONS = `1
00:00:01,000 --> 00:00:04,000
Welcome to the evening programme
from the harbour.

2
00:00:05,000 --> 00:00:09,500
<i>The crane has not moved since Thursday,</i>
says the harbour master.
`;

/** Twelve files of a moderator's real life, none of which anybody prepared. */
export const TWELVE_FILES: readonly RealFile[] = [
  {
    what: 'Windows-1252',
    name: 'cafes.txt',
    bytes: WINDOWS_1252,
    id: 'cafes',
    topic: 'tram customers',
    passage: '“The tram costs us every customer we had,” said René Dubois, who runs the Café Central.',
    quotation: '“The tram costs us every customer we had”',
  },
  {
    what: 'UTF-16',
    name: 'Lighthouse keeper.txt',
    bytes: UTF_16,
    id: 'Lighthouse-keeper',
    topic: 'counted every ship',
    passage:
      '“I have counted every ship for forty years,” Ingrid Solheim said. “Nobody asked me for the number.”',
    quotation: '“I have counted every ship for forty years”',
  },
  {
    what: 'hard-wrapped text',
    name: 'wrapped.txt',
    bytes: text([
      'The reservoir above the village is to be emptied in August, the water',
      'board said, so that the wall can be looked at for the first time since',
      'it was built.',
      '',
      '“We do not expect to find anything, and that is exactly what we want',
      'to find,” said engineer Marta Lindqvist, who will climb down into it',
      'herself.',
    ]),
    id: 'wrapped',
    topic: 'engineer expects to find',
    passage:
      '“We do not expect to find anything, and that is exactly what we want\nto find,” said engineer Marta Lindqvist, who will climb down into it\nherself.',
    quotation: '“We do not expect to find anything, and that is exactly what we want to find”',
  },
  {
    what: 'one paragraph a line',
    name: 'lines.txt',
    bytes: text([
      'The town’s only cinema has been sold to its audience, who collected the price in coins over three summers.',
      '“We counted it on the stage, and it took us two nights,” said usher Bram Vos, who now owns a seat of it.',
      'The first film under the new owners is to be the last one that was shown under the old, with its missing reel.',
      'Popcorn, they decided by a vote that took longer than the film, will be sold without salt on Mondays only.',
      'A plaque will name all who gave, in the order in which they came, and not of how much they brought along.',
    ]),
    id: 'lines',
    topic: 'usher counted nights',
    passage:
      '“We counted it on the stage, and it took us two nights,” said usher Bram Vos, who now owns a seat of it.',
    quotation: '“We counted it on the stage, and it took us two nights”',
  },
  {
    what: 'a news page',
    name: 'ferry.html',
    bytes: Buffer.from(PAGE),
    id: 'ferry',
    topic: 'repaired engine',
    passage:
      '“We repaired the engine twice and lost it twice,” captain Oona Kallio told the island council, which had asked her for a date since October.',
    quotation: '“We repaired the engine twice and lost it twice”',
    not: 'Subscribe',
  },
  {
    what: 'Markdown',
    name: 'bees.md',
    bytes: Buffer.from(MARKDOWN),
    id: 'bees',
    topic: 'strongest hive',
    passage: '“My strongest hive was empty by Candlemas,” says Petra Huld.',
    quotation: '“My strongest hive was empty by Candlemas”',
    not: '**',
  },
  {
    what: 'a Word document',
    name: 'Minutes (final).docx',
    bytes: docxOf(
      [
        'Minutes of the allotment society',
        '“The hedge is nobody’s and therefore everybody’s,” the chair, Ms Adeyemi, declared.',
        'The motion was carried.',
      ]
        .map(wordParagraph)
        .join(''),
    ),
    id: 'Minutes-final',
    topic: 'hedge',
    passage: '“The hedge is nobody’s and therefore everybody’s,” the chair, Ms Adeyemi, declared.',
    quotation: '“The hedge is nobody’s and therefore everybody’s”',
  },
  {
    what: 'subtitles',
    name: 'evening.srt',
    bytes: Buffer.from(CAPTIONS),
    id: 'evening',
    topic: 'crane moved',
    passage: 'The crane has not moved since Thursday,',
    quotation: 'The crane has not moved since Thursday',
    not: '-->',
  },
  {
    what: 'a transcript',
    name: 'hearing.txt',
    bytes: text([
      'CHAIR: The committee will come to order.',
      '',
      'DR. OKAFOR: The bridge was inspected in March, and every bolt of it was named in my report.',
      '',
      'CHAIR: Was the report read?',
      '',
      'DR. OKAFOR: It was received.',
    ]),
    id: 'hearing',
    topic: 'bolt report',
    passage: 'DR. OKAFOR: The bridge was inspected in March, and every bolt of it was named in my report.',
    quotation: 'every bolt of it was named in my report',
  },
  {
    what: 'questions and answers',
    name: 'interview.txt',
    bytes: text([
      'Q: Why did you leave the orchestra?',
      '',
      'A: Because the oboe had stopped being difficult, and I had not.',
      '',
      'Q: Will you go back?',
      '',
      'A: Ask the oboe.',
    ]),
    id: 'interview',
    topic: 'oboe difficult',
    passage: 'A: Because the oboe had stopped being difficult, and I had not.',
    quotation: 'the oboe had stopped being difficult, and I had not',
  },
  {
    what: 'German',
    name: 'brücke.txt',
    bytes: text([
      'Die Brücke bleibt gesperrt, teilte das Rathaus am Montag mit.',
      '',
      '„Niemand fährt über ein Gutachten“, sagte Bürgermeisterin Änne Großkopf, „und niemand über diese Brücke.“',
    ]),
    id: 'brücke',
    topic: 'Gutachten',
    passage:
      '„Niemand fährt über ein Gutachten“, sagte Bürgermeisterin Änne Großkopf, „und niemand über diese Brücke.“',
    quotation: '„Niemand fährt über ein Gutachten“',
  },
  {
    what: 'Chinese',
    name: '码头.txt',
    bytes: text([
      '码头将于周一重新开放，港务局周日宣布。',
      '',
      '港务局长王丽说：“我们修好了每一块木板，一块也没有少。”',
    ]),
    id: '码头',
    topic: '木板',
    passage: '港务局长王丽说：“我们修好了每一块木板，一块也没有少。”',
    quotation: '“我们修好了每一块木板，一块也没有少。”',
  },
];
