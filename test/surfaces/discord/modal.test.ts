import type { APIModalSubmitInteraction } from 'discord-api-types/v10';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Form, RawOptions } from '../../../src/command/command.js';
import { modalOf, sentForm } from '../../../src/surfaces/discord/modal.js';
import { type ModalBody, modalProblems } from '../../discord-server/rules.js';

const FORM: Form = {
  title: 'Add a document',
  fields: ['text', 'title', 'outlet', 'author', 'date'].map((option, index) => ({
    option,
    label: option,
    isLong: index === 0,
    required: index === 0,
    maxLength: 4000,
  })),
};

/** A form as Discord sends it in, in either of its layouts. */
function sent(modal: ModalBody, written: readonly string[], isOld = false): APIModalSubmitInteraction {
  const components = (modal.components ?? []).map(({ component }, index) => {
    const input = { type: 4, custom_id: component?.custom_id, value: written[index] ?? '' };
    return isOld ? { type: 1, components: [input] } : { type: 18, id: index, component: input };
  });
  return { data: { custom_id: modal.custom_id, components } } as unknown as APIModalSubmitInteraction;
}

const options = fc.dictionary(
  fc.stringMatching(/^[a-z]{1,8}$/),
  fc.oneof(fc.string({ unit: 'binary', maxLength: 120 }), fc.boolean(), fc.integer()),
  { maxKeys: 4, noNullPrototype: true },
);

describe('a form', () => {
  it('carries what was given before it there and back, or says that it cannot', () => {
    fc.assert(
      fc.property(options, fc.boolean(), (given: RawOptions, isOld) => {
        const modal = modalOf('corpus', given, FORM) as ModalBody | undefined;
        const isLong = JSON.stringify(['corpus', given]).length > 500;
        if (!modal) return expect(JSON.stringify(given).length).toBeGreaterThan(400);
        expect(isLong).toBe(false);
        expect(modalProblems(modal)).toEqual([]);
        const back = sentForm(sent(modal, ['A text.', '', 'The Post'], isOld));
        expect(back).toEqual({
          command: 'corpus',
          options: { ...given, text: 'A text.', outlet: 'The Post' },
        });
      }),
    );
  });

  it('that somebody made up is none, and breaks nothing', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 120 }), fc.array(fc.string({ maxLength: 120 })), (id, ids) => {
        const components = ids.map((custom_id) => ({ type: 18, component: { type: 4, custom_id } }));
        const made = {
          custom_id: `form:${ids.length}|${id}`,
          components: components as ModalBody['components'],
        };
        sentForm(sent(made as ModalBody, []));
      }),
    );
    const modal = modalOf('corpus', { title: 'A' }, FORM) as ModalBody;
    expect(sentForm(sent({ ...modal, custom_id: 'page|1' }, []))).toBeUndefined();
    expect(sentForm(sent({ ...modal, components: modal.components?.slice(1) ?? [] }, []))).toBeUndefined();
    const many = `form:0|["corpus",${JSON.stringify({ a: [1] })}]`;
    expect(sentForm(sent({ custom_id: many, components: [] }, []))).toBeUndefined();
  });
});
