import type { Dice } from './dice.js';
import { oddBytes, oddDocument } from './folders.js';
import { asker, type Input, type Kind } from './input.js';
import { hostileText } from './texts/hostile-text.js';
import { oddValue } from './texts/values.js';

/** What Discord lets a name of a file and a custom_id have, in UTF-16 code units. */
const MOST_NAME = 200;
const MOST_ID = 100;
/** Of every form that is read, and of some that are not. */
const ENDINGS = ['.txt', '.md', '.html', '.docx', '.srt', '.vtt', '.pdf', '.exe', '', '.TXT', '.txt.html'];
const FIELDS = ['outlet', 'title', 'author', 'date', 'address', 'language', 'id'];
const PATHS = ['sources.json', '../../etc/passwd', '.pending.json', 'con.txt', '.removed', 'd.txt', 'd'];

/** What is stated of a document, or not at all. */
function stated(dice: Dice): Record<string, string> {
  const given = FIELDS.filter(() => dice.chance(0.25));
  return Object.fromEntries(
    given.map((field) => [field, dice.chance(0.6) ? oddValue(dice) : hostileText(dice, MOST_NAME)]),
  );
}

function nameOf(dice: Dice): string {
  return dice.chance(0.2) ? dice.pick(PATHS) : `${hostileText(dice, MOST_NAME)}${dice.pick(ENDINGS)}`;
}

function typed(subcommand: string, options: Record<string, string | boolean>, file?: string): object {
  const given = Object.entries(options).map(([name, value]) => ({
    name,
    type: typeof value === 'string' ? 3 : 5,
    value,
  }));
  const attached = file === undefined ? [] : [{ name: 'file', type: 11, value: file }];
  return {
    id: '1',
    name: 'corpus',
    type: 1,
    options: [{ name: subcommand, type: 1, options: [...attached, ...given] }],
  };
}

/** Files of any kind under any name, that members and moderators have added to the documents. */
export const attachmentsKind: Kind = {
  name: 'attachments',
  weight: 1,
  make: (dice): Input => {
    const bytes = dice.chance(0.5) ? Buffer.from(oddDocument(dice)) : oddBytes(dice);
    const attached = { id: '900000000000000001', name: nameOf(dice), bytes };
    const options = { ...stated(dice), ...(dice.chance(0.2) && { replace: true }) };
    const data = typed('add', options, attached.id);
    return { to: 'Discord', type: 2, data, attached, mayMove: true, ...asker(dice) };
  },
};

/** Changes of documents that are there, or not, by their ids. */
export const editsKind: Kind = {
  name: 'edits',
  weight: 1,
  make: (dice): Input => {
    const document = dice.chance(0.5) ? dice.pick(PATHS) : oddValue(dice);
    const data = dice.pick([
      () => typed('edit', { document, ...stated(dice) }),
      () => typed('remove', { document, confirm: dice.chance(0.3) }),
      () => typed('list', { page: hostileText(dice, 20) }),
      () => typed('add', { text: oddDocument(dice), ...stated(dice) }),
    ])();
    return { to: 'Discord', type: 2, data, mayMove: true, ...asker(dice) };
  },
};

/** Forms that were sent in with fields and custom_ids that were forged. */
export const formsKind: Kind = {
  name: 'forms',
  weight: 2,
  make: (dice): Input => {
    const begun = JSON.stringify(['corpus', { subcommand: dice.pick(['add', 'edit', 'remove', 'reload']) }]);
    const custom_id = dice.chance(0.6) ? `form:${dice.below(4)}|${begun}` : hostileText(dice, MOST_ID);
    const components = dice.times(dice.below(5), (at) => {
      const option = dice.chance(0.7) ? dice.pick(['text', ...FIELDS]) : 'document';
      const value = option === 'text' ? oddDocument(dice) : hostileText(dice, 4_000);
      return {
        type: 18,
        component: { type: 4, custom_id: `${at}|${option}|${dice.chance(0.1) ? 'x' : ''}`, value },
      };
    });
    return { to: 'Discord', type: 5, data: { custom_id, components }, mayMove: true, ...asker(dice) };
  },
};
