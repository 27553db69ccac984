import { expect, it } from 'vitest';
import { MAX_FILE_BYTES } from '../../../src/corpus/files.js';
import { DISCORDS_FILES, fetchAttachment } from '../../../src/surfaces/discord/attachments.js';

it('are fetched from Discord’s own hosts alone, in twenty seconds and 5 MiB', async () => {
  expect(DISCORDS_FILES).toEqual({
    origins: ['https://cdn.discordapp.com', 'https://media.discordapp.net'],
    within: 20_000,
  });
  expect(MAX_FILE_BYTES).toBe(5 * 1024 * 1024);
  const elsewhere = [
    'http://cdn.discordapp.com/attachments/1/2/a.txt',
    'https://cdn.discordapp.com.example.com/a.txt',
    'https://cdn.discordapp.com:8443/a.txt',
    'https://user:word@cdn.discordapp.com/a.txt',
    'https://discordapp.com/a.txt',
    'file:///etc/passwd',
    'data:text/plain,A',
    'not an address',
  ];
  for (const url of elsewhere) {
    expect(await fetchAttachment({ filename: 'a.txt', size: 1, url })).toEqual({
      problem: 'The file does not come from Discord. Attach it to the command itself.',
    });
  }
});
