import type { CallToolResult, Tool } from '@modelcontextprotocol/sdk/types.js';
import type { Command, RawOptions } from '../../command/command.js';
import { declaredOptions } from '../../command/option.js';
import { optionsSchema } from '../../command/options-schema.js';
import { prepare } from '../../command/run.js';
import { type Signature, signatures } from '../../command/signature.js';
import { messages } from '../../messages/index.js';
import { jsonAnswer, MAX_EXCERPTS } from '../../reply/json.js';
import { answerJsonSchema } from '../../reply/json-schema.js';
import { draftText } from './draft-text.js';
import { invalidParams } from './errors.js';
import { ASSISTANT, type McpParts } from './parts.js';
import { readableText } from './readable-text.js';

/** What every tool is: it reads the documents, and nothing else, and the same call has the same answer. */
const ANNOTATIONS = {
  readOnlyHint: true,
  destructiveHint: false,
  idempotentHint: true,
  openWorldHint: false,
};

/** The commands as tools: all that anybody may ask, those too that are chosen on a message. */
export class Tools {
  /** As a client lists them. */
  readonly declared: readonly Tool[];
  readonly #byName: ReadonlyMap<string, Signature>;

  constructor(private readonly parts: McpParts) {
    const open = parts.commands.filter(({ moderation }) => !moderation);
    const all = [...signatures(open), ...open.filter(({ onMessage }) => onMessage).map(onText)];
    this.#byName = new Map(all.map((signature) => [toolName(signature), signature]));
    const outputSchema = answerJsonSchema() as Tool['outputSchema'];
    this.declared = all.map((signature) => declaration(signature, outputSchema));
  }

  /**
   * The answer to a call, as JSON gives it and as text to read; an answer that says what is wrong is an error of the tool.
   * @throws an error of the protocol where there is no such tool
   */
  async call(name: string, given: Readonly<Record<string, unknown>>): Promise<CallToolResult> {
    const signature = this.#byName.get(name);
    if (!signature) throw invalidParams(messages.mcp.noTool(name));
    const { live, log } = this.parts;
    const { library } = live.serving;
    const { command, subcommand } = signature;
    // The command's own schema says what is wrong with a value of another type.
    const raw = {
      ...given,
      ...draft(command, given),
      ...(subcommand !== undefined && { subcommand }),
    } as RawOptions;
    const call = prepare(command, raw, { library, live, asker: ASSISTANT }, log);
    const reply = await call.answer({ from: 0, excerpts: MAX_EXCERPTS });
    const { revision } = library;
    const isError = reply.outcome !== 'answered' && reply.outcome !== 'nothing';
    return {
      content: [{ type: 'text', text: readableText(reply) }],
      structuredContent: {
        ...jsonAnswer(reply, { command: signature.name, options: simple(given), revision }),
      },
      ...(isError && { isError }),
    };
  }
}

/** A command that is chosen on a message takes the text as an option. */
function onText(command: Command): Signature {
  const { name, description } = command;
  return { command, name, subcommand: undefined, description, options: declaredOptions(command.options) };
}

/** The text that such a command is given, as a surface hands it a message: with its block quotes between quotation marks. */
function draft({ onMessage }: Command, { message }: Readonly<Record<string, unknown>>): { message?: string } {
  return onMessage && typeof message === 'string' ? { message: draftText(message) } : {};
}

/** A name as the protocol has them, without blanks. */
function toolName({ name }: Signature): string {
  return name.toLowerCase().replaceAll(' ', '_');
}

function declaration(signature: Signature, outputSchema: Tool['outputSchema']): Tool {
  const { name, description } = signature;
  const options = signature.options.filter(({ forPeople }) => !forPeople);
  return {
    name: toolName(signature),
    title: name.charAt(0).toUpperCase() + name.slice(1),
    description,
    inputSchema: optionsSchema({ ...signature, options }) as Tool['inputSchema'],
    outputSchema,
    annotations: { title: name.charAt(0).toUpperCase() + name.slice(1), ...ANNOTATIONS },
  };
}

/** What was given, as far as an answer repeats it: a value of a type that no option has is refused, and not repeated. */
function simple(given: Readonly<Record<string, unknown>>): Record<string, string | number | boolean> {
  const kept: [string, string | number | boolean][] = [];
  for (const [name, value] of Object.entries(given)) {
    if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') {
      kept.push([name, value]);
    }
  }
  return Object.fromEntries(kept);
}
