import { expect, it } from 'vitest';
import { folderOf } from '../support/folder.js';
import { ask } from '../support/session.js';

const TEXT = 'Borg said: “Granite is dear and the harbour wall is long, as we all know.”\n';

it.each([
  ['Granite is dear … as we all know', 'what is between them was left out'],
  ['Granite is [very] dear and the harbour wall', 'no words between them were left out'],
  ['Granite is [very] dear … as we all know', 'what is between them was left out'],
])('an elided quotation says that words were left out where some were: %s', async (quote, says) => {
  const { verdicts: [verdict] = [] } = await ask(`/verify quote:${quote}`, folderOf({ '1.txt': TEXT }));
  expect(verdict?.verdict).toBe('elided');
  expect(verdict?.message).toContain(`in order and near each other. They are marked; ${says}.`);
});
