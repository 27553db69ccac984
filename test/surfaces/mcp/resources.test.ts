import { rmSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { folderOf, SEEDS, writeFiles } from '../../support/folder.js';
import { call, connected, copyOfSeeds, resourceNews, textOf } from '../../support/mcp.js';
import { THREE_OUTLETS } from '../../support/three-outlets.js';

/** So many documents, of which each says its number. */
function documents(count: number): Record<string, string> {
  return Object.fromEntries(
    Array.from({ length: count }, (_, at) => [`d${String(at).padStart(4, '0')}.txt`, `Document ${at}.`]),
  );
}

describe('the list of resources', () => {
  it('has every document, with its address, title, citation and size', async () => {
    const { client } = await connected(folderOf(THREE_OUTLETS));
    const { resources, nextCursor } = await client.listResources();
    expect(nextCursor).toBeUndefined();
    expect(resources).toHaveLength(3);
    expect(resources[0]).toEqual({
      uri: 'verbatim://document/courier',
      name: 'courier',
      title: 'Bridge Stays Open',
      description: 'Bridge Stays Open, The Example Courier, 2026-03-09; 1 passage',
      mimeType: 'text/plain',
      size: Buffer.byteLength(THREE_OUTLETS['courier.txt']),
    });
  });

  it('comes a hundred documents a page, each document once', async () => {
    const { client } = await connected(folderOf(documents(250)));
    const pages: string[][] = [];
    let cursor: string | undefined;
    do {
      const page = await client.listResources(cursor === undefined ? {} : { cursor });
      pages.push(page.resources.map(({ name }) => name));
      cursor = page.nextCursor;
    } while (cursor !== undefined);
    expect(pages.map(({ length }) => length)).toEqual([100, 100, 50]);
    expect(pages.flat()).toEqual(Object.keys(documents(250)).map((file) => file.replace('.txt', '')));
  });

  it('ends with a full page where there is no more', async () => {
    const { client } = await connected(folderOf(documents(100)));
    expect(await client.listResources()).not.toHaveProperty('nextCursor');
  });

  it('is begun again where the documents changed on the way', async () => {
    const folder = folderOf(documents(101));
    const { client, live } = await connected(folder);
    const { nextCursor } = await client.listResources();
    writeFiles(folder, { 'another.txt': 'Another.' });
    await live.reload('a test');
    for (const cursor of [nextCursor, 'nonsense', '-1.x', '']) {
      await expect(client.listResources({ cursor })).rejects.toMatchObject({
        code: -32_602,
        message: expect.stringContaining('List them again from the start'),
      });
    }
  });
});

describe('a resource', () => {
  it('is a document’s text, character for character, without a byte order mark', async () => {
    const text = ' A text\r\n\r\nwith “marks”, a tab\t, 語 and 😀.\n';
    const { client } = await connected(folderOf({ 'a.txt': `\uFEFF${text}` }));
    expect(await textOf(client, 'verbatim://document/a')).toBe(text);
    const { resources } = await client.listResources();
    expect(resources[0]?.size).toBe(Buffer.byteLength(text));
  });

  it('may be a passage, as the templates say', async () => {
    const { client } = await connected();
    const { resourceTemplates } = await client.listResourceTemplates();
    expect(resourceTemplates.map(({ uriTemplate }) => uriTemplate)).toEqual([
      'verbatim://document/{id}',
      'verbatim://passage/{id}/{number}',
    ]);
    const whole = await textOf(client, 'verbatim://document/000');
    const { contents } = await client.readResource({ uri: 'verbatim://passage/000/6' });
    const [{ text, _meta: meta } = { text: '' }] = contents as { text: string; _meta?: object }[];
    expect(meta).toMatchObject({
      'verbatim/file': '000_18fad831f6d1eeb5.txt',
      'verbatim/source': { title: 'Putin Turns Tables With Shocking Accusation', language: 'en' },
    });
    const { 'verbatim/start': start, 'verbatim/end': end } = meta as Record<string, number>;
    expect(text).toMatch(/^Putin argued that diplomats/);
    expect(whole.slice(start, end)).toBe(text);
  });

  it('is found by an id of any characters', async () => {
    const ids = ['a b', 'ü#1', '100%', 'a+b&c=d?e', '語'];
    const { client } = await connected(folderOf(Object.fromEntries(ids.map((id) => [`${id}.txt`, id]))));
    const { resources } = await client.listResources();
    expect(resources.map(({ name }) => name).sort()).toEqual([...ids].sort());
    for (const { uri, name } of resources) expect(await textOf(client, uri)).toBe(name);
  });

  it.each([
    'verbatim://document/nothing',
    'verbatim://document/',
    'verbatim://document/%',
    'verbatim://document/000/6',
    'verbatim://passage/000/0',
    'verbatim://passage/000/06',
    'verbatim://passage/000/10',
    'verbatim://passage/000/9999999999',
    'verbatim://passage/nothing/1',
    'verbatim://document/../../etc/passwd',
    'file:///etc/passwd',
    '',
  ])('that there is not is an error of the protocol: %s', async (uri) => {
    const { client } = await connected();
    await expect(client.readResource({ uri })).rejects.toMatchObject({
      code: -32_002,
      message: `MCP error -32002: There is no resource ${uri}.`,
      data: { uri },
    });
  });

  it('that there is not cannot be watched', async () => {
    const { client } = await connected();
    await expect(client.subscribeResource({ uri: 'verbatim://document/x' })).rejects.toMatchObject({
      code: -32_002,
    });
  });
});

describe('a reload', () => {
  it('that changes documents is told, and which of the watched ones', async () => {
    const folder = copyOfSeeds();
    writeFiles(folder, {
      'kept.txt': 'This stays.',
      'gone.txt': 'This goes.',
      'said.txt': 'First.\n\nSecond.',
    });
    const { client, live } = await connected(folder);
    const { told, next } = resourceNews(client);
    const watched = ['document/kept', 'document/gone', 'document/said', 'passage/said/1', 'passage/said/2'];
    for (const one of watched) await client.subscribeResource({ uri: `verbatim://${one}` });
    await client.subscribeResource({ uri: 'verbatim://document/000' });
    await client.unsubscribeResource({ uri: 'verbatim://document/000' });

    rmSync(path.join(folder, 'gone.txt'));
    writeFiles(folder, { 'said.txt': 'First.\n\nThird.', 'new.txt': 'This is new.', '000_x.txt': 'Other.' });
    rmSync(path.join(folder, '000_18fad831f6d1eeb5.txt'));
    writeFiles(folder, { 'sources.json': '{}' });
    expect((await live.reload('a test')).kind).toBe('reloaded');
    await next('verbatim://passage/said/2');
    expect(told).toEqual([
      'list',
      'verbatim://document/gone',
      'verbatim://document/said',
      'verbatim://passage/said/2',
    ]);
    expect(await textOf(client, 'verbatim://document/said')).toBe('First.\n\nThird.');
    expect(await textOf(client, 'verbatim://document/new')).toBe('This is new.');
    expect((await client.listResources()).resources.map(({ name }) => name)).not.toContain('gone');
    await expect(client.readResource({ uri: 'verbatim://document/gone' })).rejects.toMatchObject({
      code: -32_002,
    });
    const answer = await call(client, 'quote', { topic: 'new' });
    expect(answer.structuredContent).toMatchObject({ revision: live.serving.library.revision });

    told.length = 0;
    writeFiles(folder, { 'gone.txt': 'This goes.' });
    await live.reload('a test');
    await next('verbatim://document/gone');
    expect(told).toEqual(['list', 'verbatim://document/gone']);
  });

  it('of what is stated of a document is told, since it is cited otherwise', async () => {
    const folder = folderOf({ 'a.txt': 'Words.', 'b.txt': 'Other words.' });
    const { client, live } = await connected(folder);
    const { told, next } = resourceNews(client);
    for (const id of ['a', 'b']) await client.subscribeResource({ uri: `verbatim://document/${id}` });
    writeFiles(folder, { 'sources.json': JSON.stringify({ 'b.txt': { title: 'A Title' } }) });
    await live.reload('a test');
    await next('verbatim://document/b');
    expect(told).toEqual(['list', 'verbatim://document/b']);
  });

  it('that changes nothing, or fails, is not told', async () => {
    const folder = folderOf({ 'a.txt': 'Words.' });
    const { client, live } = await connected(folder);
    const { told, next } = resourceNews(client);
    await live.reload('a test', true);
    writeFiles(folder, { 'b.txt': '' });
    expect((await live.reload('a test')).kind).toBe('faulty');
    writeFiles(folder, { 'b.txt': 'Right.' });
    await live.reload('a test');
    await next('list');
    await client.ping();
    expect(told).toEqual(['list']);
  });

  it('is told of a thousand watched resources, and no more can be watched', async () => {
    const { client } = await connected(folderOf(documents(1_001)));
    const addresses = Object.keys(documents(1_001)).map(
      (file) => `verbatim://document/${file.replace('.txt', '')}`,
    );
    for (const uri of addresses.slice(0, 1_000)) await client.subscribeResource({ uri });
    await client.subscribeResource({ uri: addresses[0] ?? '' });
    await expect(client.subscribeResource({ uri: addresses[1_000] ?? '' })).rejects.toMatchObject({
      code: -32_602,
    });
    await client.unsubscribeResource({ uri: addresses[0] ?? '' });
    await client.subscribeResource({ uri: addresses[1_000] ?? '' });
  });
});

it('the documents that come with the project are as their files are', async () => {
  const { client } = await connected(SEEDS);
  expect(await textOf(client, 'verbatim://document/001')).toContain('Showtime');
});
