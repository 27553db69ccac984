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
  ['/corpus rel', ['/corpus reload '], '/corpus rel'],
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
  ['/Q', ['/quote '], '/Q'],
  ['/QUOTE Topic:x Private:T', ['true'], 'T'],
  ['/quote topic:x private:true ', ['outlet:', 'from:', 'to:', 'said:', 'speaker:'], ''],
  ['/quote topic:x from:2017 ', ['outlet:', 'to:', 'said:', 'speaker:', 'private:'], ''],
  ['/quote outlet:001 ', ['topic:', 'from:', 'to:', 'said:', 'speaker:', 'private:'], ''],
  ['/source id:000#1 context:', ['0', '1', '2', '3', '4', '5'], ''],
  ['/source 000#1 context:3', [], 'context:3'],
  ['/verify quote:they said ', [], ''],
  ['/verify they said pr', ['private:'], 'pr'],
  ['/quote topic:on topic:Showt', [], 'topic:Showt'],
  ['Who sho', [], 'sho'],
  ['Who pr', ['private:'], 'pr'],
  ['Showtime outlet:00', ['001'], '00'],
  ['compare', [], 'compare'],
])('Tab after %s offers %j', async (line, offers, replaced) => {
  const library = await libraryIn(SEEDS);
  expect(await completeLine(line, signatures(commands), { library })).toEqual([offers, replaced]);
});

it('offers no option again that stands after the cursor', async () => {
  const library = await libraryIn(SEEDS);
  const offered = (line: string, after: string) =>
    completeLine(line, signatures(commands), { library }, after);
  expect(await offered('/quote topic:x private:true ', 'outlet:001 to:2017')).toEqual([
    ['from:', 'said:', 'speaker:'],
    '',
  ]);
  expect(await offered('/quote topic:x t', ' to:2017')).toEqual([[], 't']);
});

it('offers all commands on an empty line', async () => {
  const [offers] = await completeLine('', signatures(commands), { library: await libraryIn(SEEDS) });
  expect(offers).toEqual(
    expect.arrayContaining(['/quote ', '/ask ', '/corpus reload ', '/more', '/copy', '/help', 'exit']),
  );
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
