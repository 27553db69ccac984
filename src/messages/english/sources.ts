import { agreeing, count, digits } from './count.js';
import { fault } from './fault.js';

/** What is wrong with what is stated of sources. */
export const sources = {
  moreFaults: (more: number) => fault(`and ${digits(more)} more`, 'fix these first'),

  /** Of JSON, by the parser's codes. */
  json: {
    InvalidSymbol: fault('a word without quotation marks', 'put text between straight quotation marks (")'),
    InvalidNumberFormat: fault(
      'a number that is not written as JSON has it',
      'fix it, or put it in quotation marks',
    ),
    PropertyNameExpected: fault(
      'the name of a file or field is missing here, or has no quotation marks',
      'write it between straight quotation marks (")',
    ),
    ValueExpected: fault('a value is missing here', 'write one, or remove the name or comma before it'),
    ColonExpected: fault('a colon is missing after a name', 'write : between the name and its value'),
    CommaExpected: fault(
      'a comma is missing between two entries or fields',
      'write one at the end of this line',
    ),
    CloseBraceExpected: fault('a closing brace is missing', 'write } where the entry ends'),
    CloseBracketExpected: fault('a closing bracket is missing', 'write ] where the list ends'),
    EndOfFileExpected: fault(
      'something stands after the last brace',
      'remove it, or a } before it that is too many',
    ),
    UnexpectedEndOfComment: fault('a comment that is not closed', 'end it with */'),
    UnexpectedEndOfString: fault('a text without its closing quotation mark', 'write " where the text ends'),
    UnexpectedEndOfNumber: fault('a number that breaks off', 'finish it, or put it in quotation marks'),
    InvalidUnicode: fault(
      'a \\u that is not followed by four digits',
      'fix it, or write the character itself',
    ),
    InvalidEscapeCharacter: fault(
      'a backslash before a character that needs none',
      'remove it, or write \\\\ for a backslash',
    ),
    InvalidCharacter: fault('a tab or control character inside a text', 'remove it'),
  },
  notJson: fault('not valid JSON', 'fix it; README has an example'),
  tooDeep: fault('braces and brackets nested more deeply than any entry needs', 'fix the entry'),

  /** Of front matter. */
  notYaml: fault(
    'front matter that is not valid YAML',
    'write each field as name: value, with quotation marks around a value that has a colon',
  ),
  yamlTooDeep: fault('front matter nested more deeply than any field needs', 'fix it'),
  tagOrAlias: fault(
    'a tag (!), an alias (*) or an anchor (&) in front matter',
    'write the value itself, between quotation marks',
  ),
  onlyFrontMatter: fault('there is no text below the front matter', 'add text, or remove the file'),
  statedTwice: (field: string) => fault(`"${field}" is stated in sources.json too`, 'keep one of the two'),

  /** Of a field: "problem; remedy". */
  notDate: 'is not a date; write it as YYYY-MM-DD, or as YYYY-MM or YYYY where the day is not known',
  notAuthor: 'is not an author; write {"family": "…", "given": "…"}, or {"name": "…"} for an institution',
  notAuthors: 'is not a list of authors; write [{"family": "…", "given": "…"}], or use "author"',
  tooManyAuthors: (max: number) => `has more than ${max} authors; name the first ones`,
  bothAuthors: 'is stated, and so is "authors"; keep one of the two',

  /** Of a search by date. */
  vague: (documents: number) =>
    `${count(documents, 'document')} dated only to the month or year ${agreeing(documents, 'was', 'were')} left out: part of that time is outside the dates asked for`,
};
