import { describe, expect, it } from 'vitest';
import { commands } from '../../../commands/index.js';
import { signatures } from '../../../src/command/signature.js';
import { asksForHelp, isLeaving, withCommand } from '../../../src/surfaces/terminal/chat-line.js';

const known = signatures(commands);

describe('a line of a chat', () => {
  it.each([
    ['Who financed the opposition?', '/ask Who financed the opposition?'],
    ['  NGOs outlet:001 ', '/ask NGOs outlet:001'],
    ['comparing the two', '/ask comparing the two'],
    ['compare what they say', '/ask compare what they say'],
    ['/quote NGOs', '/quote NGOs'],
    ['/nothing', '/nothing'],
    ['{"command":"compare"}', '{"command":"compare"}'],
    ['help', 'help'],
  ])('%j is read as %j', (line, command) => {
    expect(withCommand(line, known)).toBe(command);
  });

  it.each([
    ['compare', '/compare [topic:…]'],
    ['quote topic:NGOs', '/quote topic:…'],
    ['Corpus reload', '/corpus reload'],
  ])('that is a command but for the slash, as %j, is told so', (line, usage) => {
    expect(withCommand(line, known)).toEqual({
      problem: expect.stringContaining(`Commands start with a slash: ${usage}`),
      command: null,
    });
  });

  it('asks for help, or leaves, by one word alone', () => {
    for (const line of ['help', ' HELP ', '?', '/help', '/help quote']) expect(asksForHelp(line)).toBe(true);
    for (const line of ['help me', 'helpful', '??', 'who?']) expect(asksForHelp(line)).toBe(false);
    for (const line of ['exit', 'Quit ', '/exit', '/quit']) expect(isLeaving(line)).toBe(true);
    for (const line of ['exit polls', 'who quit?', 'exits']) expect(isLeaving(line)).toBe(false);
  });

  it('needs a slash where there is no /ask', () => {
    const others = known.filter(({ name }) => name !== 'ask');
    expect(withCommand('NGOs', others)).toBe('NGOs');
  });
});
