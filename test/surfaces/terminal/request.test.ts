import { describe, expect, it } from 'vitest';
import { commands } from '../../../commands/index.js';
import { signatures } from '../../../src/command/signature.js';
import { parseRequest } from '../../../src/surfaces/terminal/request.js';

const read = (line: string) => parseRequest(line, signatures(commands));
const LIKE = '{"command":"quote","options":{"topic":"NGOs"}}';

describe('a request', () => {
  it('names a command, and gives its options as they are', () => {
    const found = read('{"command":"quote","options":{"topic":"a\\nb","said":true}}');
    expect(found).toMatchObject({ signature: { name: 'quote' }, raw: { topic: 'a\nb', said: true } });
    expect(read('{"command":"corpus status"}')).toMatchObject({ raw: { subcommand: 'status' } });
  });

  it.each([
    ['{', `That isn’t valid JSON; write an object such as ${LIKE}`, null],
    ['[]', `A request looks like ${LIKE}`, null],
    ['{}', /^`command` is missing, or of a type/, null],
    ['{"command":1}', /^`command` is missing, or of a type/, null],
    ['{"command":"quote","options":{"topic":["x"]}}', /^`options\.topic` is missing, or of a type/, 'quote'],
    ['{"command":"quote","options":[]}', /^`options` is missing, or of a type/, 'quote'],
    ['{"command":"quote","topic":"x"}', /`command` and `options` only, and not `topic`/, 'quote'],
    ['{"command":"quot"}', /quot/, 'quot'],
  ])('%s is refused with what is wrong, under the command that it names', (line, problem, command) => {
    const found = read(line);
    expect(found).toMatchObject({ command });
    expect('problem' in found && found.problem).toMatch(problem);
  });

  it('is told of names that somebody made up no more than anybody reads', () => {
    const keys = Array.from({ length: 9 }, (_, at) => [`${at}${'x'.repeat(500)}`, 1]);
    const found = read(JSON.stringify({ command: 'quote', ...Object.fromEntries(keys) }));
    expect('problem' in found && found.problem.length).toBeLessThan(400);
  });
});
