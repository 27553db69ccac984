import { ComponentType } from 'discord-api-types/v10';
import { describe, expect, it } from 'vitest';
import { assertWithinLimits, OverLimitError, type Payload } from '../../../src/surfaces/discord/limits.js';
import { type MessageBody, messageProblems } from '../../discord-server/rules.js';

const EMPTY: Payload = { content: 'x', embeds: [], components: [], files: [] };
const button = (custom_id: string, label = 'More') => ({
  type: ComponentType.Button as const,
  style: 2,
  label,
  custom_id,
});
const row = (...components: Payload['components'][number]['components'][number][]) => ({
  type: 1,
  components,
});
const link = (url: string) => ({ type: ComponentType.Button as const, style: 5, label: 'Open', url });
const option = (value: string, label = 'x', description = 'x') => ({ value, label, description });
const menu = (options: ReturnType<typeof option>[], placeholder = 'x') => ({
  type: ComponentType.StringSelect as const,
  custom_id: 'menu',
  placeholder,
  options,
});

describe('a message', () => {
  it.each<[string, Partial<Payload>]>([
    ['whose content is too long', { content: 'x'.repeat(2001) }],
    ['with eleven embeds', { embeds: Array.from({ length: 11 }, () => ({ description: 'x' })) }],
    [
      'whose embeds are too long together',
      { embeds: [{ description: 'x'.repeat(4000) }, { description: 'x'.repeat(2001) }] },
    ],
    ['with a description too long', { embeds: [{ description: 'x'.repeat(4097) }] }],
    ['with an author too long', { embeds: [{ description: 'x', author: { name: 'x'.repeat(257) } }] }],
    ['with a footer too long', { embeds: [{ description: 'x', footer: { text: 'x'.repeat(2049) } }] }],
    ['with six rows', { components: [1, 2, 3, 4, 5, 6].map((id) => row(button(`${id}`))) }],
    ['with six buttons in a row', { components: [row(...[1, 2, 3, 4, 5, 6].map((id) => button(`${id}`)))] }],
    ['with a label too long', { components: [row(button('1', 'x'.repeat(81)))] }],
    ['with an id too long', { components: [row(button('x'.repeat(101)))] }],
    ['with one id twice', { components: [row(button('1'), button('1'))] }],
    [
      'with an address too long for a button',
      { components: [row(link(`https://p.example/${'x'.repeat(495)}`))] },
    ],
    [
      'with a menu of 26',
      { components: [row(menu(Array.from({ length: 26 }, (_, at) => option(`${at}`))))] },
    ],
    ['with a menu described too long', { components: [row(menu([option('1')], 'x'.repeat(151)))] }],
    ['with an option too long', { components: [row(menu([option('x'.repeat(101))]))] }],
    ['with an option named too long', { components: [row(menu([option('1', 'x'.repeat(101))]))] }],
    ['with an option described too long', { components: [row(menu([option('1', 'x', 'x'.repeat(101))]))] }],
    ['with a file described too long', { files: [{ description: 'x'.repeat(1025) }] }],
    ['with eleven files', { files: Array.from({ length: 11 }, () => ({ description: 'x' })) }],
  ])('%s is not sent, and Discord would not take it either', (_, part) => {
    const payload = { ...EMPTY, ...part };
    expect(() => assertWithinLimits(payload)).toThrow(OverLimitError);
    const body = { ...payload, attachments: payload.files.map((file, id) => ({ id: String(id), ...file })) };
    expect(messageProblems(body as unknown as MessageBody, payload.files.length)).not.toEqual([]);
  });

  it('at its limits is sent', () => {
    const embed = {
      author: { name: 'x'.repeat(256) },
      description: 'x'.repeat(3696),
      footer: { text: 'x'.repeat(2048) },
    };
    const full = Array.from({ length: 25 }, (_, at) =>
      option(`${at}`.padEnd(100), 'x'.repeat(100), 'x'.repeat(100)),
    );
    const components = [
      row(link(`https://p.example/${'x'.repeat(494)}`)),
      row(menu(full, 'x'.repeat(150))),
      row(...[1, 2, 3, 4, 5].map((id) => button(`${id}`.padEnd(100), 'x'.repeat(80)))),
    ];
    const files = [{ description: 'x'.repeat(1024) }];
    const payload = { content: 'x'.repeat(2000), embeds: [embed], components, files };
    expect(() => assertWithinLimits(payload)).not.toThrow();
    expect(messageProblems(payload as unknown as MessageBody, 1)).toEqual([]);
  });
});
