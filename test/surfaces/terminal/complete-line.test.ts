import { expect, it } from 'vitest';
import { z } from 'zod';
import { commands } from '../../../commands/index.js';
import { defineCommand } from '../../../src/command/command.js';
import { shownOptions } from '../../../src/command/option.js';
import { signatures } from '../../../src/command/signature.js';
import { say } from '../../../src/reply/reply.js';
import { completeLine } from '../../../src/surfaces/terminal/complete-line.js';
import { libraryIn, SEEDS } from '../../support/folder.js';

it.each([
  ['/q', ['/quote '], '/q'],
  ['/corpus r', ['/corpus reload '], '/corpus r'],
  ['/he', ['/help'], '/he'],
  ['/quote ', ['topic:', 'outlet:', 'from:', 'to:', 'said:', 'speaker:', 'private:'], ''],
  ['/quote top', ['topic:'], 'top'],
  ['/quote to', ['topic:', 'to:'], 'to'],
  ['/as', ['/ask '], '/as'],
  ['/quote topic:NGOs out', ['outlet:'], 'out'],
  ['/quote topic:opposition outlet:00', ['000', '001'], '00'],
  ['/quote topic:Showtime outlet:00', ['001'], '00'],
  ['/quote topic:x private:t', ['true'], 't'],
  ['/quote Showt', ['Showtime'], 'Showt'],
  ['/quote topic:Showt', ['Showtime'], 'Showt'],
  ['/quote topic:opposition ral', ['opposition rallies'], 'opposition ral'],
  ['/quote said:true topic:Showt', [], 'topic:Showt'],
  ['/quote said:false topic:Showt', ['Showtime'], 'Showt'],
  ['/quote topic:zzz', [], 'topic:zzz'],
  ['/quote topic:x from:Showt', [], 'from:Showt'],
])('Tab after %s offers %j', async (line, offers, replaced) => {
  const library = await libraryIn(SEEDS);
  expect(await completeLine(line, signatures(commands), { library })).toEqual([offers, replaced]);
});

it('offers the values of an option that takes few', async () => {
  const order = z.enum(['newest', 'oldest']).register(shownOptions, { description: 'What comes first' });
  const options = z.strictObject({ order });
  const answer = () => say('answered', 'Yes.');
  const command = defineCommand({ name: 'list', description: 'Lists', where: 'anywhere', options, answer });
  const offered = await completeLine('/list order:n', signatures([command]), {
    library: await libraryIn(SEEDS),
  });
  expect(offered).toEqual([['newest'], 'n']);
});
