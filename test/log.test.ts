import { DiscordAPIError } from '@discordjs/rest';
import { expect, it } from 'vitest';
import { createLog } from '../src/log.js';

it('writes an error without the request that discord.js hangs on it', () => {
  const lines: string[] = [];
  const log = createLog('info', { write: (line) => void lines.push(line) });
  const url = 'http://discord.test/interactions/1/aSecretInteractionToken/callback';
  const request = { files: undefined, body: { content: 'what a member typed' } };
  const error = new DiscordAPIError(
    { code: 10062, message: 'Unknown interaction' },
    10062,
    404,
    'POST',
    url,
    request,
  );
  log.error({ err: error }, 'Failed');
  expect(JSON.parse(lines.join(''))).toMatchObject({ msg: 'Failed', err: { code: 10062, status: 404 } });
  expect(lines.join('')).not.toMatch(/aSecretInteractionToken|what a member typed/);
});
