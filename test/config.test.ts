import { readFileSync } from 'node:fs';
import path from 'node:path';
import dotenv from 'dotenv';
import { describe, expect, it } from 'vitest';
import { readConfig, settingsWithoutEffect } from '../src/config.js';
import { ROOT } from './support/build.js';

/** What is settled where nothing is set. */
const DEFAULTS = {
  SEEDS_DIR: 'seeds',
  ENGINE_NAME: 'verbatim',
  KEEP_REVISIONS: 2,
  HEALTH_HOST: '127.0.0.1',
};

describe('the configuration', () => {
  it('may be empty', () => {
    expect(readConfig({})).toEqual({ config: DEFAULTS });
  });

  it('takes a variable that is set to nothing as not set, and leaves others alone', () => {
    expect(readConfig({ DISCORD_TOKEN: '', SEEDS_DIR: ' ', PATH: '/bin' })).toEqual({
      config: DEFAULTS,
    });
  });

  it('says of each wrong value what is wrong and what to write, and repeats none', () => {
    const result = readConfig({
      DISCORD_TOKEN: 'Bot s3cret',
      DISCORD_GUILD_ID: 'my server',
      DISCORD_API_URL: 'ftp://example.com',
      DISCORD_PUBLIC_KEY: 'my key',
      INTERACTIONS_PORT: '65536',
      HEALTH_PORT: 'nine',
      LOG_LEVEL: 'loud',
    });
    expect(result).toEqual({
      problems: [
        'DISCORD_TOKEN is not a bot token; copy it from the Bot page of your application, without "Bot " in front of it',
        'DISCORD_GUILD_ID is not a server id; copy the number of 17 to 20 digits',
        'DISCORD_PUBLIC_KEY is not a public key; copy the 64 digits and letters from the General Information page of your application',
        'INTERACTIONS_PORT is not a port; use a number from 0 to 65535, 0 for any that is free',
        'DISCORD_API_URL is not a web address; write one that starts with http:// or https://',
        'HEALTH_PORT is not a port; use a number from 0 to 65535, 0 for any that is free',
        'LOG_LEVEL is not a log level; use one of fatal, error, warn, info, debug, trace, silent',
      ],
    });
    expect(JSON.stringify(result)).not.toMatch(/s3cret|my server|my key|65536|ftp:|nine|loud/);
  });

  it('takes no interactions over HTTP without the key that tells whose they are', () => {
    expect(readConfig({ INTERACTIONS_PORT: '8080' })).toEqual({
      problems: [
        'DISCORD_PUBLIC_KEY is not set, but INTERACTIONS_PORT is; copy it from the General Information page of your application',
      ],
    });
  });

  const DISCORD_PUBLIC_KEY = '0123456789abcdef'.repeat(4);
  describe.each(['INTERACTIONS_PORT', 'HEALTH_PORT'])('as %s', (name) => {
    it.each(['65536', '-1', '80.5', '1e3', '0x10', '123456', 'http'])('takes %s for no port', (port) => {
      expect(readConfig({ [name]: port, DISCORD_PUBLIC_KEY })).toHaveProperty('problems');
    });

    it.each(['0', '1', '9464', '65535'])('takes %s for a port', (port) => {
      expect(readConfig({ [name]: port, DISCORD_PUBLIC_KEY })).toMatchObject({
        config: { [name]: Number(port) },
      });
    });
  });

  it.each([
    ['0-15/64', { first: 0, last: 15, of: 64 }],
    ['3/64', { first: 3, last: 3, of: 64 }],
    [' auto ', 'auto'],
  ])('reads from %s which shards of how many', (DISCORD_SHARDS, read) => {
    expect(readConfig({ DISCORD_SHARDS })).toMatchObject({ config: { DISCORD_SHARDS: read } });
  });

  it.each([
    '64',
    '0-15',
    '15-0/64',
    '0-64/64',
    '64/64',
    '0/0',
    '-1/4',
    '0,1/4',
    '0-1/2/4',
    '1e3/9999',
    'all',
  ])('says of %s what to write instead', (DISCORD_SHARDS) => {
    const { problems } = readConfig({ DISCORD_SHARDS }) as { problems: string[] };
    expect(problems).toEqual([
      expect.stringMatching(/^DISCORD_SHARDS does not say which shards.+0-15\/64.+3\/64.+counted from 0/),
    ]);
  });

  it('has each of its variables in .env.example, with a line on it, and no other', () => {
    const text = readFileSync(path.join(ROOT, '.env.example'), 'utf8');
    const example = dotenv.parse(text);
    const known = [
      'DISCORD_TOKEN',
      'DISCORD_GUILD_ID',
      'DISCORD_PUBLIC_KEY',
      'INTERACTIONS_PORT',
      'INTERACTIONS_HOST',
      'DISCORD_API_URL',
      'DISCORD_SHARDS',
      'SEEDS_DIR',
      'EMBEDDINGS_DIR',
      'ENGINE_URL',
      'ENGINE_CA',
      'ENGINE_NAME',
      'KEEP_REVISIONS',
      'HEALTH_PORT',
      'HEALTH_HOST',
      'LOG_LEVEL',
    ];
    expect(Object.keys(example).sort()).toEqual([...known].sort());
    for (const name of known) expect(text).toMatch(new RegExp(`^# .+\n${name}=`, 'm'));
    expect(readConfig(example)).toHaveProperty('config');
  });
});

describe('settings that change nothing', () => {
  it.each([
    [{ ENGINE_CA: 'x', ENGINE_NAME: 'y', KEEP_REVISIONS: '3' }, 3, 'without ENGINE_URL'],
    [{ HEALTH_HOST: '0.0.0.0' }, 1, 'without HEALTH_PORT'],
    [{ INTERACTIONS_HOST: '0.0.0.0', DISCORD_PUBLIC_KEY: 'x' }, 2, 'without INTERACTIONS_PORT'],
    [{ DISCORD_GUILD_ID: '1', DISCORD_API_URL: 'x' }, 2, 'without DISCORD_TOKEN or INTERACTIONS_PORT'],
    [{ DISCORD_SHARDS: 'auto' }, 1, 'without DISCORD_TOKEN'],
    [{ DISCORD_SHARDS: '0/2', DISCORD_TOKEN: 'x', INTERACTIONS_PORT: '1' }, 1, 'with INTERACTIONS_PORT'],
  ])('of %j are named', (environment, number, why) => {
    const lines = settingsWithoutEffect(environment);
    expect(lines).toHaveLength(number);
    for (const line of lines) expect(line).toContain(`has no effect ${why}`);
  });

  it('are none where what they belong to is set, or they are set to nothing', () => {
    expect(settingsWithoutEffect({ ENGINE_NAME: '', HEALTH_HOST: ' ' })).toEqual([]);
    expect(
      settingsWithoutEffect({
        DISCORD_TOKEN: 'x',
        DISCORD_GUILD_ID: '1',
        DISCORD_SHARDS: 'auto',
        ENGINE_URL: 'x',
        ENGINE_NAME: 'y',
        HEALTH_PORT: '1',
        HEALTH_HOST: 'z',
      }),
    ).toEqual([]);
  });
});
