import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { commands } from '../../../commands/index.js';
import { signatures } from '../../../src/command/signature.js';
import { parseLine } from '../../../src/surfaces/terminal/parse-line.js';

const known = signatures(commands);

function read(line: string): unknown {
  const parsed = parseLine(line, known);
  return 'problem' in parsed ? parsed.problem : { [parsed.signature.name]: parsed.raw };
}

describe('a line', () => {
  it.each([
    ['/quote topic:NGOs', { quote: { topic: 'NGOs' } }],
    ['/quote topic:opposition rallies outlet:001', { quote: { topic: 'opposition rallies', outlet: '001' } }],
    ['/quote outlet:001 topic:opposition rallies', { quote: { topic: 'opposition rallies', outlet: '001' } }],
    ['  /quote   topic:  NGOs  ', { quote: { topic: 'NGOs' } }],
    ['/quote opposition rallies outlet:001', { quote: { topic: 'opposition rallies', outlet: '001' } }],
    ['/quote topic:the answer: no', { quote: { topic: 'the answer: no' } }],
    ['/quote topic:on topic:NGOs', { quote: { topic: 'on topic:NGOs' } }],
    ['/quote topic:“a lie” private:true', { quote: { topic: '“a lie”', private: true } }],
    ['/quote topic:x private:no', { quote: { topic: 'x', private: false } }],
    ['/quote topic:', { quote: { topic: '' } }],
    ['/quote private:true opposition rallies', { quote: { topic: 'opposition rallies', private: true } }],
    ['/QUOTE Topic:NGOs', { quote: { topic: 'NGOs' } }],
    ['/compare', { compare: {} }],
    ['/corpus reload', { 'corpus reload': { subcommand: 'reload' } }],
  ])('%s is read as %j', (line, expected) => {
    expect(read(line)).toEqual(expected);
  });

  it.each([
    ['NGOs', 'Commands start with a slash, as in /quote topic:NGOs. /help lists them.'],
    ['/', 'There is no command /. /help lists the commands.'],
    ['/qoute topic:NGOs', 'There is no command /qoute. Did you mean /quote?'],
    ['/nothing', 'There is no command /nothing. /help lists the commands.'],
    [
      '/corpus foo',
      'There is no /corpus foo: /corpus add, /corpus edit, /corpus remove, /corpus list, /corpus reload, or /corpus status.',
    ],
    [
      '/quote topic:NGOs oulet:001',
      'There is no option oulet here: /quote topic:… [outlet:…] [from:…] [to:…] [said:…] [speaker:…] [private:…]',
    ],
    [
      '/quote topic:x private:true y',
      'It is not clear what “y” belongs to: /quote topic:… [outlet:…] [from:…] [to:…] [said:…] [speaker:…] [private:…]',
    ],
    [
      '/corpus',
      '/corpus needs one more word: /corpus add, /corpus edit, /corpus remove, /corpus list, /corpus reload, or /corpus status.',
    ],
    ['/corpus status now', 'It is not clear what “now” belongs to: /corpus status'],
    ['/quote topic:x private:perhaps', '`private` must be true or false, as in private:true'],
  ])('%s is refused with what to do', (line, problem) => {
    expect(read(line)).toBe(problem);
  });

  it('loses nothing of a value', () => {
    const value = fc.string({ unit: 'grapheme' }).map((text) => text.replace(/\s+/g, ' ').trim());
    fc.assert(
      fc.property(
        value.filter((text) => text !== '' && !/(?:^|\s)[\p{L}\p{N}_-]+:/u.test(text)),
        (text) => {
          expect(read(`/quote topic:${text} outlet:001`)).toEqual({ quote: { topic: text, outlet: '001' } });
        },
      ),
    );
  });
});
