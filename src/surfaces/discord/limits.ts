import type { APIEmbed, ComponentType } from 'discord-api-types/v10';

/**
 * What Discord takes at most, in characters unless said otherwise. Discord does not say how it counts;
 * UTF-16 code units are never fewer than its characters, so counting them is safe.
 * Sources: Discord's documentation, "Create Message" and "Embed Limits" (resources/message), "Component
 * Object" (components/reference), "Application Command Object" (interactions/application-commands).
 */
export const LIMITS = {
  content: 2000,
  embeds: 10,
  /** All texts of all embeds of a message together. */
  embedTotal: 6000,
  embedAuthor: 256,
  embedDescription: 4096,
  embedFooter: 2048,
  /** Of any address in an embed, as far as Discord's errors tell. */
  embedUrl: 2048,
  actionRows: 5,
  buttonsPerRow: 5,
  buttonLabel: 80,
  customId: 100,
  /** Of a button that opens an address. */
  buttonUrl: 512,
  selectOptions: 25,
  /** The label, value and description of a menu's option. */
  selectText: 100,
  selectPlaceholder: 150,
  choices: 25,
  choice: 100,
  commandName: 32,
  commandDescription: 100,
  /** All names, descriptions and choices of a command and its options together. */
  commandTotal: 8000,
  commandOptions: 25,
  /** What may be typed into an option. */
  optionText: 6000,
  files: 10,
  attachmentDescription: 1024,
} as const;

/** A message of ours, as far as limits go. */
export interface Payload {
  readonly content: string;
  readonly embeds: readonly APIEmbed[];
  readonly components: readonly { readonly components: readonly ComponentLike[] }[];
  readonly files: readonly { readonly description: string }[];
}

/** A button or a menu, as far as limits go. */
interface ComponentLike {
  readonly type: ComponentType;
  readonly label?: string;
  readonly custom_id?: string;
  readonly url?: string;
  readonly placeholder?: string;
  readonly options?: readonly {
    readonly label: string;
    readonly value: string;
    readonly description?: string;
  }[];
}

/** What Discord would refuse: a message, or a command. It is a fault of ours and is never sent. */
export class OverLimitError extends Error {
  override readonly name = 'OverLimitError';
}

/** The characters of an embed that count towards the total of its message. */
export function embedLength({ author, description, footer }: APIEmbed): number {
  return (author?.name.length ?? 0) + (description?.length ?? 0) + (footer?.text.length ?? 0);
}

/**
 * Holds a message against every limit.
 * @throws OverLimitError that names all that it exceeds.
 */
export function assertWithinLimits(payload: Payload): void {
  const over: string[] = [];
  const hold = (what: string, size: number, limit: number) => {
    if (size > limit) over.push(`${what} is ${size}, over ${limit}`);
  };
  hold('content', payload.content.length, LIMITS.content);
  hold('number of embeds', payload.embeds.length, LIMITS.embeds);
  hold(
    'total of embeds',
    payload.embeds.reduce((sum, embed) => sum + embedLength(embed), 0),
    LIMITS.embedTotal,
  );
  for (const { author, description, footer } of payload.embeds) {
    hold('embed author', author?.name.length ?? 0, LIMITS.embedAuthor);
    hold('embed description', description?.length ?? 0, LIMITS.embedDescription);
    hold('embed footer', footer?.text.length ?? 0, LIMITS.embedFooter);
    hold('embed author address', author?.url?.length ?? 0, LIMITS.embedUrl);
  }
  holdComponents(payload.components, hold);
  const ids = payload.components.flatMap(({ components }) =>
    components.flatMap(({ custom_id }) => custom_id ?? []),
  );
  if (new Set(ids).size < ids.length) over.push('two components have one custom_id');
  hold('number of files', payload.files.length, LIMITS.files);
  for (const { description } of payload.files) {
    hold('attachment description', description.length, LIMITS.attachmentDescription);
  }
  if (over.length > 0) throw new OverLimitError(`Discord would refuse the message: ${over.join('; ')}`);
}

function holdComponents(
  rows: Payload['components'],
  hold: (what: string, size: number, limit: number) => void,
): void {
  hold('number of action rows', rows.length, LIMITS.actionRows);
  for (const { components } of rows) {
    hold('components in a row', components.length, LIMITS.buttonsPerRow);
    for (const { label = '', custom_id = '', url = '', placeholder = '', options = [] } of components) {
      hold('button label', label.length, LIMITS.buttonLabel);
      hold('custom_id', custom_id.length, LIMITS.customId);
      hold('button address', url.length, LIMITS.buttonUrl);
      hold('menu placeholder', placeholder.length, LIMITS.selectPlaceholder);
      hold('number of menu options', options.length, LIMITS.selectOptions);
      for (const option of options) {
        hold('menu option label', option.label.length, LIMITS.selectText);
        hold('menu option value', option.value.length, LIMITS.selectText);
        hold('menu option description', option.description?.length ?? 0, LIMITS.selectText);
      }
    }
  }
}

/** A command or an option, as far as limits go. */
interface Declared {
  readonly name: string;
  readonly description?: string;
  readonly options?: readonly Declared[];
  readonly choices?: readonly { readonly name: string; readonly value?: unknown }[];
  readonly max_length?: number;
}

/**
 * Holds what Discord is to be told of a command against every limit, and returns it.
 * @throws OverLimitError that names all that it exceeds.
 */
export function assertDeclarable<Declaration extends object>(
  declaration: Declaration & Declared,
): Declaration {
  const over: string[] = [];
  const look = ({ name, description = '', options = [], choices = [], max_length = 0 }: Declared): number => {
    const hold = (what: string, size: number, limit: number) => {
      if (size > limit) over.push(`${what} of ${name} is ${size}, over ${limit}`);
    };
    hold('name', name.length, LIMITS.commandName);
    hold('description', description.length, LIMITS.commandDescription);
    hold('number of options', options.length, LIMITS.commandOptions);
    hold('number of choices', choices.length, LIMITS.choices);
    hold('max_length', max_length, LIMITS.optionText);
    for (const choice of choices) hold('choice', choice.name.length, LIMITS.choice);
    const chosen = choices.reduce((sum, choice) => sum + choice.name.length + String(choice.value).length, 0);
    return options.reduce((sum, option) => sum + look(option), name.length + description.length + chosen);
  };
  const total = look(declaration);
  if (total > LIMITS.commandTotal) over.push(`all texts are ${total}, over ${LIMITS.commandTotal}`);
  if (over.length > 0) throw new OverLimitError(`Discord would refuse the command: ${over.join('; ')}`);
  return declaration;
}
