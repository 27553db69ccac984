import { readFileSync } from 'node:fs';
import path from 'node:path';
import dotenv from 'dotenv';
import { describe, expect, it } from 'vitest';
import { readConfig } from '../src/config.js';
import { ROOT } from './support/build.js';

describe('the configuration', () => {
  it('may be empty', () => {
    expect(readConfig({})).toEqual({ config: { SEEDS_DIR: 'seeds' } });
  });

  it('takes a variable that is set to nothing as not set, and leaves others alone', () => {
    expect(readConfig({ DISCORD_TOKEN: '', SEEDS_DIR: ' ', PATH: '/bin' })).toEqual({
      config: { SEEDS_DIR: 'seeds' },
    });
  });

  it('says of each wrong value what is wrong and what to write, and repeats none', () => {
    const result = readConfig({
      DISCORD_TOKEN: 'Bot s3cret',
      DISCORD_GUILD_ID: 'my server',
      DISCORD_API_URL: 'ftp://example.com',
      LOG_LEVEL: 'loud',
    });
    expect(result).toEqual({
      problems: [
        'DISCORD_TOKEN is not a bot token; copy it from the Bot page of your application, without "Bot " in front of it',
        'DISCORD_GUILD_ID is not a server id; copy the number of 17 to 20 digits',
        'DISCORD_API_URL is not a web address; write one that starts with http:// or https://',
        'LOG_LEVEL is not a log level; use one of fatal, error, warn, info, debug, trace, silent',
      ],
    });
    expect(JSON.stringify(result)).not.toMatch(/s3cret|my server|ftp:|loud/);
  });

  it('has each of its variables in .env.example, with a line on it, and no other', () => {
    const text = readFileSync(path.join(ROOT, '.env.example'), 'utf8');
    const example = dotenv.parse(text);
    const known = [
      'DISCORD_TOKEN',
      'DISCORD_GUILD_ID',
      'DISCORD_API_URL',
      'SEEDS_DIR',
      'EMBEDDINGS_DIR',
      'LOG_LEVEL',
    ];
    expect(Object.keys(example).sort()).toEqual([...known].sort());
    for (const name of known) expect(text).toMatch(new RegExp(`^# .+\n${name}=`, 'm'));
    expect(readConfig(example)).toHaveProperty('config');
  });
});
