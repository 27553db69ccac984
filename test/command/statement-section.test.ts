import { expect, it } from 'vitest';
import { sectionOf } from '../support/sections.js';
import { THREE_OUTLETS } from '../support/three-outlets.js';

it('marks in each wording the words of its quotations that differ, and none where none do', async () => {
  const { quoted, picture } = await sectionOf(THREE_OUTLETS);
  const marked = quoted.map(({ excerpt: { document }, marks = [] }) =>
    marks.map(({ start, end }) => document.text.slice(start, end)),
  );
  expect(marked).toEqual([['a'], ['any'], []]);
  const pictured = picture?.().passages ?? [];
  expect(
    pictured.map(({ text, differences }) => differences.map(({ start, end }) => text.slice(start, end))),
  ).toEqual(marked);
  const { 'courier.txt': courier, 'post.txt': post } = THREE_OUTLETS;
  const same = await sectionOf({ '1.txt': courier, '2.txt': post });
  expect(same.quoted.flatMap(({ marks = [] }) => marks)).toEqual([]);
  expect(same.picture).toBeDefined();
});

it('has no picture where nothing is shared and nothing differs, since the text says as much', async () => {
  const { quoted, picture } = await sectionOf({
    '1.txt': 'Mayor Quill opened Heron ferry landing beside pier Amber.',
    '2.txt': 'Beside Amber pier, Heron landing for the ferry was opened by Quill, mayor.',
  });
  expect(quoted).toHaveLength(2);
  expect(picture).toBeUndefined();
});
