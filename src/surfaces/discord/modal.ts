import {
  type APILabelComponent,
  type APIModalInteractionResponseCallbackData,
  type APIModalSubmitInteraction,
  ComponentType,
  TextInputStyle,
} from 'discord-api-types/v10';
import { z } from 'zod';
import type { Form, RawOptions } from '../../command/command.js';
import { LIMITS } from './limits.js';

/** A form that was sent in: the command that asked for it, what it was given before, and what was written in the form. */
export interface SentForm {
  readonly command: string;
  readonly options: RawOptions;
}

// A form's custom_id is `form:count|chunk`, that of a field `index|option|chunk`. Together they hold the options that were given
// before, so that nothing is remembered between, as in the buttons of pages.
const PREFIX = 'form:';
const FORM_ID = /^form:(\d)\|(.*)$/s;
const FIELD_ID = /^(\d)\|([a-z_-]{1,32})\|(.*)$/s;

const stateSchema = z.tuple([
  z.string().max(LIMITS.commandName),
  z.record(z.string().max(LIMITS.commandName), z.union([z.string(), z.number(), z.boolean()])),
]);

/** A form as Discord shows it; undefined where it cannot carry what was given before. */
export function modalOf(
  command: string,
  options: RawOptions,
  { title, fields }: Form,
): APIModalInteractionResponseCallbackData | undefined {
  const characters = [...JSON.stringify([command, options])];
  const filled = (begun: string) => {
    let id = begun;
    while (characters[0] !== undefined && id.length + characters[0].length <= LIMITS.customId)
      id += characters.shift();
    return id;
  };
  const custom_id = filled(`${PREFIX}${fields.length}|`);
  const components = fields.map(
    ({ option, label, help, isLong, required, maxLength }, index): APILabelComponent => ({
      type: ComponentType.Label,
      label,
      ...(help !== undefined && { description: help }),
      component: {
        type: ComponentType.TextInput,
        custom_id: filled(`${index}|${option}|`),
        style: isLong ? TextInputStyle.Paragraph : TextInputStyle.Short,
        required,
        max_length: maxLength,
      },
    }),
  );
  return characters.length === 0 ? { custom_id, title, components } : undefined;
}

/** What was sent in with a form; undefined of one that we did not make. */
export function sentForm({ data }: APIModalSubmitInteraction): SentForm | undefined {
  const [, count, begun = ''] = FORM_ID.exec(data.custom_id) ?? [];
  if (count === undefined) return undefined;
  const chunks = [begun];
  const written: Record<string, string> = {};
  for (const { custom_id, value } of textInputs(data.components)) {
    const [, index, option, chunk = ''] = FIELD_ID.exec(custom_id) ?? [];
    if (index === undefined || option === undefined) return undefined;
    chunks[Number(index) + 1] = chunk;
    if (value.trim() !== '') written[option] = value;
  }
  // Fields that are missing leave gaps.
  if (Object.keys(chunks).length !== Number(count) + 1) return undefined;
  try {
    const [command, options] = stateSchema.parse(JSON.parse(chunks.join('')));
    return { command, options: { ...options, ...written } };
  } catch {
    return undefined;
  }
}

/** The fields of a form, in whichever of the two layouts that Discord has for them. */
function textInputs(
  components: APIModalSubmitInteraction['data']['components'],
): { readonly custom_id: string; readonly value: string }[] {
  return components.flatMap((row) => {
    const inside =
      row.type === ComponentType.Label
        ? [row.component]
        : row.type === ComponentType.ActionRow
          ? row.components
          : [];
    return inside.flatMap((one) => (one.type === ComponentType.TextInput ? [one] : []));
  });
}
