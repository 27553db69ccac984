import { describe, expect, it } from 'vitest';
import { speechIn } from '../../../src/languages/english/speech.js';

const said = (text: string) =>
  speechIn(text).map(({ speaker, cue }) => [
    speaker && text.slice(speaker.start, speaker.end),
    cue && text.slice(cue.start, cue.end),
  ]);

describe('a quotation is said', () => {
  it.each<[rule: string, text: string, ...wanted: [string | null, string | null][]]>([
    ['by whoever is named after it', '“It holds,” Borg quipped.', ['Borg', 'quipped']],
    ['by whoever is named after the verb', '“It holds,” said Maj. Ola Berg.', ['Maj. Ola Berg', 'said']],
    ['after a dash', '“It holds” — Borg said.', ['Borg', 'said']],
    ['by whoever signs it', '“It holds.” — Anna Borg.', ['Anna Borg', null]],
    ['by whoever it is labelled with', 'Anna Borg: “It holds.”', ['Anna Borg', null]],
    ['by what it is taken from', 'From the report: “It holds.”', ['the report', null]],
    ['with any verb after a whole sentence', '“It holds!” beamed Anna Borg.', ['Anna Borg', 'beamed']],
    ['with any verb after its subject', '“It holds!” Borg barked.', ['Borg', 'barked']],
    ['in a sentence of its own', '“It holds.” Borg said.', ['Borg', 'said']],
    ['not in the sentence after it', '“It holds.” Borg said it was late.', [null, null]],
    ['past an apposition', '“It holds,” Borg, a lawyer for the firm, said.', ['Borg', 'said']],
    [
      'by whoever is quoted before it',
      'Lund quoted the mayor, Anna Borg: “It holds.”',
      ['Anna Borg', 'quoted'],
    ],
    ['and not by what words are from', 'Lund quoted from the report: “It holds.”', ['the report', null]],
    ['by whoever is judged for it', 'Lund accused the mayor of saying “it holds.”', ['the mayor', 'saying']],
    ['and not by who is thanked otherwise', 'Lund thanked Borg, saying “it holds.”', ['Lund', 'saying']],
    ['nor by whom it is said to', 'Lund apologised to Borg for saying “it holds.”', ['Lund', 'saying']],
    ['by those who both do', 'Borg and Lund both said “it holds.”', ['Borg and Lund', 'said']],
    ['by whoever is heard', 'Lund recalled Borg saying “it holds.”', ['Borg', 'saying']],
    ['by whom it is heard from', 'Lund heard from Borg that “it holds.”', ['Borg', 'heard']],
    ['by whom another gets to', 'Lund got Borg to admit “it holds.”', ['Borg', 'to admit']],
    ['or is said to get to', 'How Lund gets Borg to admit “it holds.”', ['Borg', 'to admit']],
    ['or persuades', 'Lund persuaded Borg to admit “it holds.”', ['Borg', 'to admit']],
    ['by whoever is heard to say it', 'Lund heard Borg say “it holds.”', ['Borg', 'heard']],
    ['not by whom an apposition’s verb tells of', 'Borg, a lawyer, said the men “lied.”', ['Borg', 'said']],
    ['past what is said of them', 'Borg, who met Holm, said Holm “lied.”', ['Borg', 'said']],
    ['by a name around a nickname', '“It holds,” said Ida (Jo) Vik.', ['Ida (Jo) Vik', 'said']],
    ['with its marks', '“It holds,” said Ida (“Jo”) Vik.', ['Ida (“Jo”) Vik', 'said'], [null, null]],
    ['and not by two', '“It holds,” said Ida Vik (not Jo) Lund.', ['Ida Vik', 'said']],
    ['past two of them', '“It holds,” Zell, a lawyer, the head of the firm, said.', ['Zell', 'said']],
    ['past a list in one', '“It holds,” Zell, a deputy for roads, water, and parks, said.', ['Zell', 'said']],
    [
      'past a party',
      'Rep. Ida Holm (D-Md.), chair of the panel, said it was “safe.”',
      ['Rep. Ida Holm', 'said'],
    ],
    [
      'by the name rather than what describes it',
      'The mayor, Anna Borg, said it was “safe.”',
      ['Anna Borg', 'said'],
    ],
    [
      'past where and when',
      'The head of the council on Monday said it was “safe.”',
      ['The head of the council', 'said'],
    ],
    [
      'by no object of a preposition',
      'A letter obtained by the Lund Post warns it is “safe.”',
      ['A letter', 'warns'],
    ],
    ['by the subject of verbs in a row', 'Borg took the stage and called it “safe.”', ['Borg', 'called']],
    ['by the subject of a participle', 'Borg issued a statement saying it was “safe.”', ['Borg', 'saying']],
    ['by what is read', 'Borg wore a hat reading “Safe again.”', ['a hat', 'reading']],
    ['by who is quoted', 'Keller quoted Zell as saying it was “safe.”', ['Zell', 'saying']],
    ['by who is quoted, passively', 'Zell was quoted as saying it was “safe.”', ['Zell', 'saying']],
    ['by who says it to another', 'Borg was told by Zell that it was “safe.”', ['Zell', 'by']],
    ['by who calls another so', 'Borg was called “a liar” by Zell.', ['Zell', 'by']],
    ['by nobody who is called so', 'Borg was called “a liar” in public.', [null, null]],
    [
      'by who calls it so, after it',
      'The so called “Quiet Plan” was called by Zell a farce.',
      ['Zell', 'by'],
    ],
    ['by nobody whom it names', 'It is a group called “Quiet Lund.”', [null, null]],
    ['after “will” and “did”', '“It holds,” Borg did say.', ['Borg', 'did say']],
    ['by more than one', 'Critics say it is “unsafe.”', ['Critics', 'say']],
    ['not with what is a noun as often', 'Two reports on the dam were “lost.”', ['Two reports', null]],
    ['with a noun that is a verb here', '“It holds,” Borg reports.', ['Borg', 'reports']],
    ['with “points out”', '“It holds,” he points out.', ['he', 'points out']],
    ['by a pronoun as it stands', 'When Zell came back he began by saying, “It holds.”', ['he', 'saying']],
    ['by who says what she believes', 'Borg said she believes it is “safe.”', ['Borg', 'said']],
    [
      'by whoever makes a claim',
      'Borg made the bold claim that it was “safe.”',
      ['Borg', 'made the bold claim'],
    ],
    ['by whoever shoots back', 'Borg shot back, “It holds.”', ['Borg', 'shot back']],
    ['as somebody puts it', 'As Borg put it, “It holds.”', ['Borg', 'put it']],
    ['in somebody’s claim', 'Nobody believed Borg’s claim that it is “safe.”', ['Borg', null]],
    ['according to somebody', 'According to the judge, it is “safe.”', ['the judge', 'According to']],
    [
      'before more of the sentence',
      'The promise to “hold” the dam drew crowds, said Anna Borg.',
      ['Anna Borg', 'said'],
    ],
    ['within a clause that says nothing', 'Borg carried the “safe” plan.', ['Borg', null]],
    ['by the name after what describes it', '“It holds,” said the mayor, Anna Borg.', ['Anna Borg', 'said']],
    [
      'by the name after whose deputy it is',
      '“It holds,” said Zell’s deputy, Anna Borg.',
      ['Anna Borg', 'said'],
    ],
    [
      'by somebody described without an article',
      '“It holds,” said newly elected Anna Borg.',
      ['Anna Borg', 'said'],
    ],
    [
      'past an aside with marks in it',
      '“It holds,” Borg, in a “Dam” hat, said.',
      ['Borg', 'said'],
      [null, null],
    ],
    ['past who asks for something', '“It holds,” Borg, who asked to stay, said.', ['Borg', 'said']],
    [
      'after a full stop, by whoever follows the verb',
      '“It holds.” added Borg, who left.',
      ['Borg', 'added'],
    ],
    ['by who goes on', '“It holds,” Borg went on, smiling.', ['Borg', 'went on']],
    ['by who goes on to say it', '“It holds,” Borg went on to say.', ['Borg', 'to say']],
    ['by who continues', '“It holds,” Borg continued.', ['Borg', 'continued']],
    [
      'not with “continued” to do something',
      'Borg continued to drive despite “many” floods.',
      ['Borg', null],
    ],
    ['as this is how it is put', '“It holds” — this is how Borg put it.', ['Borg', 'put it']],
    ['not by who is spoken of after it', 'Borg, who called Zell “a liar,” said he left.', ['who', 'called']],
    [
      'by the main clause after an aside',
      'Borg said that Zell, who had claimed otherwise, “was wrong.”',
      ['Borg', 'said'],
    ],
    ['by who says so in passing', 'Zell’s dam, said Borg, is “safe.”', ['Borg', 'said']],
    ['by who says what others believe', 'On Monday, he said, members believe it is “safe.”', ['he', 'said']],
    ['in somebody’s words', 'It is, in Borg’s words, “safe.”', ['Borg', null]],
    [
      'not in whose statement it is',
      '“It holds,” he said in his note, “for now.”',
      ['he', 'said'],
      ['he', 'said'],
    ],
    [
      'by who calls her so after a comma',
      'Borg questioned the dam, called her “late” and left.',
      ['Borg', 'called'],
    ],
    ['by who writes it on a day', 'Borg spoke, writing Monday that the dam is “safe.”', ['Borg', 'writing']],
    ['with “interjected by”', 'Borg interjected by praising it as “safe.”', ['Borg', 'praising']],
    ['by nobody to whom it only refers', 'Borg said a price, referred to as a “score,” rose.', [null, null]],
    ['by nobody’s time', 'Borg went on this week, calling it “safe.”', ['Borg', 'calling']],
    [
      'by who sums it up before a colon',
      'Borg put the choice bluntly in a letter to all of us in Lund at last: “No dam.”',
      ['Borg', null],
    ],
    ['by each label in a line', 'Holm: “Is it safe?” Borg: “No.”', ['Holm', null], ['Borg', null]],
    ['by a label in capitals', 'BORG: “It holds.”', ['BORG', null]],
    ['by nobody as a nickname', 'Borg, nicknamed “the Hammer,” said “no.”', [null, null], ['Borg', 'said']],
    ['by nobody as what she is known as', 'Borg is known as “the Hammer.”', [null, null]],
    ['by nobody who makes what is so-called', 'Borg fears a so-called “dam tax” here.', [null, null]],
    ['by nobody as a part of a word', 'Borg loves “Dam”-style art.', [null, null]],
    ['by nobody as a word that is named', 'The word “wall” is short.', [null, null]],
    [
      'by nobody as titles in a list',
      'Borg read from “Night Dam” and “Morning Dam.”',
      [null, null],
      [null, null],
    ],
    ['by nobody as a film', 'Borg starred in the film, “Night Dam,” and left.', [null, null]],
    ['by nobody as a title inside of a name', 'Borg wore the “Make Lund Great” hat.', [null, null]],
    ['by nobody as what a film is called', 'Zell made a film for Lund called “Night Dam.”', [null, null]],
    [
      'by nobody as a show',
      'Borg said on “Lund at Night” that it is “safe.”',
      [null, null],
      ['Borg', 'said'],
    ],
    [
      'by nobody as whose host asks',
      'The “Today” host Ida Holm asked Borg, “Why?”',
      [null, null],
      ['The “Today” host Ida Holm', 'asked'],
    ],
    ['by nobody after an adverb', 'Indeed, “it holds.”', [null, null]],
    [
      'not by who follows in another clause',
      'Borg fixed a “safe” dam, which has worried Zell.',
      ['Borg', null],
    ],
    [
      'by a name that ends as adverbs do',
      'Kelly responded, with a smile: “It holds.”',
      ['Kelly', 'responded'],
    ],
    ['by one of many', '“It holds,” read one.', ['one', 'read']],
    ['by the many of one', 'Some members of the council say “no.”', ['Some members of the council', 'say']],
    [
      'in the first half of a sentence',
      'Although Borg said it was “safe,” he warned others.',
      ['Borg', 'said'],
    ],
    ['by whom a sentence of short words answers', 'Borg replied with “We can do it.”', ['Borg', 'replied']],
    ['by nobody as a title of a work', 'Borg spoke with Zell on “Lund at Night.”', [null, null]],
    ['by nobody where nobody is', 'It was “safe” then.', [null, null]],
    [
      'by who follows another clause',
      'In a hall in Lund, after losing the vote, Anna Borg (L-Lund), said “no.”',
      ['Anna Borg', 'said'],
    ],
    ['by whom the paper quotes', '“It holds,” the Post quoted Zell as saying.', ['Zell', 'quoted']],
    [
      'by whom it quotes past who that is',
      'The Post quotes Zell, the mayor, as saying it is “safe.”',
      ['Zell', 'saying'],
    ],
    [
      'by who is quoted in a paper',
      'Zell was quoted on Monday in the Lund Post as calling it “safe.”',
      ['Zell', 'calling'],
    ],
    ['by nobody whom “him” stands for', '“It holds,” the Post quoted him as saying.', [null, 'quoted']],
    [
      'by who is quoted, and by whom',
      '“It holds,” Zell was quoted as saying by the Post.',
      ['Zell', 'was quoted'],
    ],
    ['by whom a sentence shows', 'Here’s Anna Borg on Monday: “It holds.”', ['Anna Borg', null]],
    ['by whom a sentence shows that goes on', 'And this is Borg: “It holds.”', ['Borg', null]],
    ['by nobody as a question and an answer', 'Q: “Is it safe?” A: “No.”', [null, null], [null, null]],
    ['by whoever signs it and what they are', '“It holds.” — Anna Borg, mayor', ['Anna Borg', null]],
    ['by whoever signs it, writing in May', '“It holds.” – Borg, writing in May', ['Borg', null]],
    ['by nobody who does something after a dash', '“It holds” — Borg, smiling, left.', [null, null]],
    ['or so somebody says', '“It holds” — or so Borg said.', ['Borg', 'said']],
    ['as that is what somebody says', '“It holds” — that is what Borg said.', ['Borg', 'said']],
    ['by nobody to whom a work tells it', '“Night Dam” tells the story of a farm.', [null, null]],
    ['by nobody as a work that says', '“Night Dam” says it was “late.”', [null, null], [null, 'says']],
    ['by nobody as a show that is hosted', 'Borg hosts “Night Dam.”', [null, null]],
    [
      'by nobody as a show that is told',
      'Borg told “Night Dam” that it was “late.”',
      [null, null],
      ['Borg', 'told'],
    ],
    [
      'by nobody as a book that somebody wrote',
      'Borg, who wrote “Night Dam,” called it “late.”',
      [null, null],
      ['Borg', 'called'],
    ],
    ['by nobody as what is known locally so', 'The dam, known locally as “the wall,” fell.', [null, null]],
    ['by nobody as what the nickname was', 'Borg’s nickname was “the Hammer.”', [null, null]],
    ['by nobody as the word itself', 'Use of the word “wall” is rare.', [null, null]],
    [
      'by who says what she calls so',
      'Anna Borg says the town needs what she calls “a wall.”',
      ['Anna Borg', 'says'],
    ],
    ['by who says whom she calls so', 'Borg warned of Zell, whom she called “a liar.”', ['Borg', 'warned']],
    [
      'by the pronoun where another is named between',
      'Borg said Zell sold what he called “a wall.”',
      ['he', 'called'],
    ],
    [
      'by who tells others and predicts',
      'She told the Post on Monday the mood was calm and predicted it “will stay so.”',
      ['She', 'predicted'],
    ],
    ['by who is imagined to think so', 'Borg imagined Zell was thinking: “It holds.”', ['Borg', 'imagined']],
    ['by who is surprised before a colon', 'The vote surprised Anna Borg: “It holds.”', ['Anna Borg', null]],
    ['by whose view it is', 'But to Borg, the dam was “late.”', ['Borg', null]],
    ['not by whom it is done for', 'For Borg, Zell built a “late” dam.', ['Zell', null]],
    [
      'by papers without an article',
      'According to court papers, it is “safe.”',
      ['court papers', 'According to'],
    ],
    ['by who follows what begins so', 'Calling it “late,” Borg left.', ['Borg', 'Calling']],
    ['by who follows a preposition so', 'In calling it “late,” Borg erred.', ['Borg', 'calling']],
    [
      'by a letter that somebody signed',
      '“It holds,” reads the letter signed by Borg.',
      ['the letter', 'reads'],
    ],
    ['by a name after a place', 'In Lund Anna Borg called it “safe.”', ['Anna Borg', 'called']],
    [
      'by a role after a place',
      'In New Lund Mayor Anna Borg called it “safe.”',
      ['Mayor Anna Borg', 'called'],
    ],
    ['by a name after a place and more', 'At a rally in Lund Borg called it “safe.”', ['Borg', 'called']],
    ['by a name after a week', 'This week Borg called it “safe.”', ['Borg', 'called']],
    ['by a name with two particles', '“It holds,” von der Holm said.', ['von der Holm', 'said']],
    [
      'by whose state is told',
      'State Sen. Ida Holm, D-Lund, called it “safe.”',
      ['State Sen. Ida Holm', 'called'],
    ],
    [
      'by who has an operating role',
      'Chief operating officer Ida Holm called it “safe.”',
      ['Chief operating officer Ida Holm', 'called'],
    ],
    ['by an agent', '“It holds,” Lund Patrol agent Bo Borg said.', ['Lund Patrol agent Bo Borg', 'said']],
    [
      'not by “it” after a dash',
      'Borg — “Bo” to all — called it “late.”',
      ['Borg', null],
      ['Borg', 'called'],
    ],
    [
      'by a crowd with a chant',
      'Zell spoke, and the crowd took up the loud chant “No dam!”',
      ['the crowd', null],
    ],
    [
      'by nobody’s party',
      'Chairman Bo Holm, R-Lund, said he will stay, but said that it is “late.”',
      ['Chairman Bo Holm', 'said'],
    ],
    [
      'by who calls it so and vows more',
      'After it, Ida Holm (D-Lund) called the dam a “farce” and vowed that it “will not stand.”',
      ['Ida Holm', 'called'],
      ['Ida Holm', 'vowed'],
    ],
    ['by a pronoun with a clause of its own', 'Borg said he called it “a wall.”', ['he', 'called']],
    ['after an aside', 'The council met and he, once again, promised a “safe” dam.', ['he', 'promised']],
  ])('%s: %s', (_, text, ...wanted) => {
    expect(said(text)).toEqual(wanted);
  });

  it('by nobody in a nickname, which is a part of the name', () => {
    expect(said('Anna “the Hammer” Borg said it was “safe.”')).toEqual([
      [null, null],
      ['Anna “the Hammer” Borg', 'said'],
    ]);
  });

  it('by a subject that is near, where no verb of saying tells', () => {
    const far = (words: number) => said(`Borg carried ${'on '.repeat(words)}“safe” plans.`)[0]?.[0];
    expect(far(13)).toBe('Borg');
    expect(far(14)).toBeNull();
  });

  it('by a name after as many words as describe one', () => {
    const described = (words: number) => said(`“It holds,” said ${'quiet '.repeat(words)}Anna Borg.`)[0]?.[0];
    expect(described(3)).toBe('Anna Borg');
    expect(described(4)).toBeNull();
  });

  it('by who says what she calls so, where her clause is not too far on', () => {
    const far = (words: number) =>
      said(`Borg says it is ${'on '.repeat(words)}what she calls “a wall.”`)[0]?.[0];
    expect(far(35)).toBe('Borg');
    expect(far(36)).toBe('she');
  });

  it.each(
    (
      'accused criticised criticized blamed attacked mocked rebuked condemned denounced praised thanked scolded faulted ' +
      'chided ridiculed suspected applauded reprimanded lambasted slammed admonished castigated commended'
    ).split(' '),
  )('by whom another %s of it or for it', (verb) => {
    expect(said(`Lund ${verb} Borg of saying “it holds.”`)).toEqual([['Borg', 'saying']]);
    expect(said(`Lund has ${verb} Borg for calling it “safe.”`)).toEqual([['Borg', 'calling']]);
    expect(said(`Lund ${verb} Borg before saying “it holds.”`)[0]?.[0]).not.toBe('Borg');
  });

  it.each('recalled remembered heard overheard saw caught filmed recorded'.split(' '))(
    'by whom another %s saying it',
    (verb) => {
      expect(said(`Lund ${verb} Borg saying “it holds.”`)).toEqual([['Borg', 'saying']]);
    },
  );

  it('by whom the paper quotes, where “as saying” is not too far on', () => {
    const far = (words: number) =>
      said(`“It holds,” the Post quoted Zell ${'on '.repeat(words)}as saying.`)[0]?.[0];
    expect(far(10)).toBe('Zell');
    expect(far(11)).not.toBe('Zell');
  });

  it('by whom a sentence shows that is not too long', () => {
    const shown = (words: number) => said(`Here is Borg ${'on '.repeat(words)}: “It holds.”`)[0]?.[0];
    expect(shown(13)).toBe('Borg');
    expect(shown(14)).toBeNull();
  });

  it('by who follows a place in a short clause', () => {
    const far = (words: number) =>
      said(`At ${'on '.repeat(words)}a rally in Lund Borg called it “safe.”`)[0]?.[0];
    expect(far(5)).toBe('Borg');
    expect(far(6)).not.toBe('Borg');
  });

  it('by nobody farther away than anybody looks', () => {
    const far = (words: number) => said(`Borg said ${'on '.repeat(words)}“safe”.`)[0]?.[0];
    expect(far(129)).toBe('Borg');
    expect(far(134)).toBeNull();
  });
});
