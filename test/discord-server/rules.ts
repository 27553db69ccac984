/**
 * What Discord refuses, written down from its documentation and apart from the bot's own limits, so that the
 * two check each other. Each function returns the problems it finds, in the form of Discord's error 50035.
 */
export type Problems = string[];

const COMMAND_NAME = /^[-_'\p{L}\p{N}\p{sc=Deva}\p{sc=Thai}]{1,32}$/u;
const EPHEMERAL = 1 << 6;
const COMPONENTS_V2 = 1 << 15;

interface Embed {
  title?: string;
  description?: string;
  color?: number;
  author?: { name?: string };
  footer?: { text?: string };
  fields?: { name: string; value: string }[];
}

export interface MessageBody {
  content?: string;
  embeds?: Embed[];
  components?: { type: number; components?: Component[] }[];
  attachments?: { id: string; description?: string; filename?: string }[];
  flags?: number;
  allowed_mentions?: { parse?: string[] };
}

export interface Component {
  type: number;
  label?: string;
  custom_id?: string;
  url?: string;
  disabled?: boolean;
  style?: number;
  placeholder?: string;
  options?: SelectOption[];
  min_values?: number;
  max_values?: number;
}

interface SelectOption {
  label: string;
  value: string;
  description?: string;
  default?: boolean;
}

/** Discord's numbers of components, and of the style of a button that opens an address. */
const BUTTON = 2;
const STRING_SELECT = 3;
const LINK = 5;

export function messageProblems(body: MessageBody, files: number): Problems {
  const problems: Problems = [];
  const atMost = (what: string, size: number, limit: number) => {
    if (size > limit) problems.push(`${what}: must be ${limit} or fewer in length (${size})`);
  };
  const { content = '', embeds = [], components = [], attachments = [], flags = 0 } = body;
  if (flags & COMPONENTS_V2 && (content || embeds.length > 0))
    problems.push('content: not with components V2');
  if (!content && embeds.length === 0 && components.length === 0 && files === 0)
    problems.push('empty message');
  atMost('content', content.length, 2000);
  atMost('embeds', embeds.length, 10);
  let total = 0;
  for (const { title = '', description = '', author, footer, fields = [] } of embeds) {
    atMost('embed title', title.length, 256);
    atMost('embed description', description.length, 4096);
    atMost('embed author', author?.name?.length ?? 0, 256);
    atMost('embed footer', footer?.text?.length ?? 0, 2048);
    atMost('embed fields', fields.length, 25);
    total += title.length + description.length + (author?.name?.length ?? 0) + (footer?.text?.length ?? 0);
    for (const { name, value } of fields) {
      atMost('field name', name.length, 256);
      atMost('field value', value.length, 1024);
      if (!name || !value) problems.push('field: required');
      total += name.length + value.length;
    }
    // White space at the ends is trimmed before Discord looks.
    if (!title.trim() && !description.trim() && fields.length === 0) problems.push('embed: empty');
  }
  atMost('all embeds', total, 6000);
  atMost('files', files, 10);
  for (const { description = '' } of attachments) atMost('attachment description', description.length, 1024);
  return [...problems, ...componentProblems(components)];
}

function componentProblems(rows: NonNullable<MessageBody['components']>): Problems {
  const problems: Problems = [];
  if (rows.length > 5) problems.push('components: 5 rows or fewer');
  const ids = new Set<string>();
  for (const { type, components = [] } of rows) {
    if (type !== 1) problems.push('components: only action rows at the top');
    if (components.length < 1 || components.length > 5) problems.push('row: between 1 and 5 components');
    const isMenu = components.some((one) => one.type === STRING_SELECT);
    if (isMenu && components.length > 1) problems.push('row: a menu stands by itself');
    for (const one of components) {
      if (one.type === BUTTON) problems.push(...buttonProblems(one));
      else if (one.type === STRING_SELECT) problems.push(...selectProblems(one));
      else problems.push(`component: type ${one.type} is not of a message here`);
      const { custom_id } = one;
      if (custom_id !== undefined && ids.has(custom_id)) problems.push('custom_id: duplicated');
      if (custom_id !== undefined) ids.add(custom_id);
    }
  }
  return problems;
}

const customIdProblems = (custom_id: string | undefined): Problems =>
  !custom_id || custom_id.length > 100 ? ['custom_id: between 1 and 100'] : [];

function buttonProblems({ custom_id, label = '', url, style = 0 }: Component): Problems {
  const problems: Problems = [];
  if (label.length > 80) problems.push('label: 80 or fewer');
  if (label === '') problems.push('label: a button without an emoji has one');
  if (style < 1 || style > LINK) problems.push('style: 1 to 5');
  if (style !== LINK) {
    if (url !== undefined) problems.push('url: only of a link button');
    return [...problems, ...customIdProblems(custom_id)];
  }
  if (custom_id !== undefined) problems.push('custom_id: not of a link button');
  if (!url || url.length > 512) problems.push('url: between 1 and 512');
  if (!URL.canParse(url ?? '') || !/^(?:https?|discord):$/.test(new URL(url ?? '').protocol))
    problems.push('url: scheme must be one of http, https, discord');
  return problems;
}

function selectProblems({ custom_id, placeholder = '', options = [], ...values }: Component): Problems {
  const problems = customIdProblems(custom_id);
  if (placeholder.length > 150) problems.push('placeholder: 150 or fewer');
  if (options.length < 1 || options.length > 25) problems.push('options: between 1 and 25');
  for (const { label, value, description } of options) {
    if (label.length < 1 || label.length > 100) problems.push('option label: between 1 and 100');
    if (value.length < 1 || value.length > 100) problems.push('option value: between 1 and 100');
    if (description !== undefined && (description.length < 1 || description.length > 100))
      problems.push('option description: between 1 and 100');
  }
  if (new Set(options.map(({ value }) => value)).size < options.length)
    problems.push('option value: duplicated');
  const { min_values: least = 1, max_values: most = 1 } = values;
  if (least < 0 || most > options.length || least > most) problems.push('values: within the options');
  return problems;
}

/** A deferred answer says nothing yet, but may say who will see it. */
export function deferProblems(data: MessageBody | undefined): Problems {
  return Object.keys(data ?? {}).some((key) => key !== 'flags') || (data?.flags ?? 0) & ~EPHEMERAL
    ? ['defer: only the flag EPHEMERAL']
    : [];
}

/** A form: labels (type 18), each with a text input (type 4), or action rows (type 1) with one each. */
export interface ModalBody {
  custom_id?: string;
  title?: string;
  components?: ModalRow[];
}

interface ModalRow {
  type: number;
  label?: string;
  description?: string;
  component?: TextInput;
  components?: (TextInput & { label?: string })[];
}

export interface TextInput {
  type: number;
  custom_id?: string;
  style?: number;
  required?: boolean;
  min_length?: number;
  max_length?: number;
  value?: string;
  placeholder?: string;
}

export function modalProblems({ custom_id = '', title = '', components = [] }: ModalBody): Problems {
  const problems: Problems = [];
  const between = (what: string, size: number, from: number, to: number) => {
    if (size < from || size > to) problems.push(`${what}: must be between ${from} and ${to} (${size})`);
  };
  between('custom_id', custom_id.length, 1, 100);
  between('title', title.length, 1, 45);
  between('components', components.length, 1, 5);
  const ids = new Set<string>();
  for (const { type, label = '', description = '', component, components: inner = [] } of components) {
    if (type !== 18 && type !== 1) problems.push('components: only labels and action rows');
    const inputs = type === 18 ? [component] : inner;
    if (inputs.length !== 1 || inputs[0]?.type !== 4) problems.push('component: one text input each');
    between('label', (type === 18 ? label : (inner[0]?.label ?? '')).length, 1, 45);
    between('description', description.length, 0, 100);
    const { custom_id: id = '', style, max_length = 4000, placeholder = '', value = '' } = inputs[0] ?? {};
    between('input custom_id', id.length, 1, 100);
    between('max_length', max_length, 1, 4000);
    between('placeholder', placeholder.length, 0, 100);
    between('value', value.length, 0, max_length);
    if (style !== 1 && style !== 2) problems.push('style: 1 or 2');
    if (ids.has(id)) problems.push('input custom_id: duplicated');
    ids.add(id);
  }
  return problems;
}

export function choiceProblems(choices: { name: string; value: unknown }[]): Problems {
  const problems: Problems = [];
  if (choices.length > 25) problems.push('choices: 25 or fewer');
  for (const { name, value } of choices) {
    if (name.length < 1 || name.length > 100) problems.push('choice name: between 1 and 100');
    if (typeof value === 'string' && value.length > 100) problems.push('choice value: 100 or fewer');
  }
  return problems;
}

export interface CommandBody {
  name: string;
  type?: number;
  description?: string;
  options?: OptionBody[];
  default_member_permissions?: string | null;
  contexts?: number[] | null;
  integration_types?: number[];
}

export interface OptionBody {
  name: string;
  type: number;
  description: string;
  required?: boolean;
  autocomplete?: boolean;
  max_length?: number;
  options?: OptionBody[];
}

export function commandProblems(commands: CommandBody[]): Problems {
  const problems: Problems = [];
  if (new Set(commands.map(({ name, type = 1 }) => `${type} ${name}`)).size < commands.length) {
    problems.push('commands: names must be unique');
  }
  for (const { name, type = 1, description = '', options = [] } of commands) {
    if (name.length < 1 || name.length > 32) problems.push(`${name}: between 1 and 32`);
    if (type === 1 && (!COMMAND_NAME.test(name) || name !== name.toLowerCase()))
      problems.push(`${name}: name`);
    if (type === 1 && (description.length < 1 || description.length > 100))
      problems.push(`${name}: description`);
    if (type !== 1 && (description || options.length > 0)) problems.push(`${name}: description or options`);
    problems.push(...optionProblems(name, options));
    if (textLength({ name, description, options }) > 8000) problems.push(`${name}: 8000 characters in all`);
  }
  return problems;
}

function optionProblems(path: string, options: OptionBody[]): Problems {
  const problems: Problems = [];
  if (options.length > 25) problems.push(`${path}: 25 options or fewer`);
  const firstOptional = options.findIndex(({ required }) => !required);
  if (firstOptional !== -1 && options.slice(firstOptional).some(({ required }) => required)) {
    problems.push(`${path}: required options first`);
  }
  for (const { name, description, max_length, options: inner = [] } of options) {
    if (!COMMAND_NAME.test(name) || name !== name.toLowerCase()) problems.push(`${path}.${name}: name`);
    if (description.length < 1 || description.length > 100) problems.push(`${path}.${name}: description`);
    if (max_length !== undefined && (max_length < 1 || max_length > 6000))
      problems.push(`${path}.${name}: max_length`);
    problems.push(...optionProblems(`${path}.${name}`, inner));
  }
  return problems;
}

function textLength(value: { name: string; description?: string; options?: OptionBody[] }): number {
  const own = value.name.length + (value.description?.length ?? 0);
  return own + (value.options ?? []).reduce((sum, option) => sum + textLength(option), 0);
}
