import type { GetPromptResult, Prompt } from '@modelcontextprotocol/sdk/types.js';
import { MAX_MESSAGE, MAX_TOPIC } from '../../command/options.js';
import { messages } from '../../messages/index.js';
import { invalidParams } from './errors.js';

/** A prompt of one argument. */
interface OneArgument {
  readonly name: string;
  readonly title: string;
  readonly description: string;
  readonly argument: { readonly name: string; readonly description: string };
  /** The longest that the argument may be, in UTF-16 code units. */
  readonly longest: number;
  /** What the assistant is asked to do with it. */
  readonly write: (value: string) => string;
}

/** The prompt whose topic is completed. */
export const QUOTE_EXACTLY = 'quote-exactly';

const { quoteExactly, checkQuotations } = messages.mcp.prompts;

const PROMPTS: readonly OneArgument[] = [
  {
    name: QUOTE_EXACTLY,
    title: quoteExactly.title,
    description: quoteExactly.description,
    argument: { name: 'topic', description: quoteExactly.topic },
    longest: MAX_TOPIC,
    write: quoteExactly.text,
  },
  {
    name: 'check-quotations',
    title: checkQuotations.title,
    description: checkQuotations.description,
    argument: { name: 'text', description: checkQuotations.text },
    longest: MAX_MESSAGE,
    write: checkQuotations.ask,
  },
];

/** The prompts as a client lists them. */
export const declaredPrompts: readonly Prompt[] = PROMPTS.map(({ name, title, description, argument }) => ({
  name,
  title,
  description,
  arguments: [{ ...argument, required: true }],
}));

/**
 * What a prompt says with what was given for it.
 * @throws an error of the protocol where there is no such prompt, or its argument is missing, empty or too long, or is another
 */
export function promptWith(name: string, given: Readonly<Record<string, string>>): GetPromptResult {
  const prompt = PROMPTS.find((one) => one.name === name);
  if (!prompt) throw invalidParams(messages.mcp.noPrompt(name));
  const { argument, longest, description, write } = prompt;
  const others = Object.keys(given).filter((one) => one !== argument.name);
  if (others.length > 0) throw invalidParams(messages.values.unknown(others));
  const value = given[argument.name];
  const problem = problemWith(value, longest);
  if (value === undefined || problem !== undefined) {
    throw invalidParams(messages.values.problem(argument.name, problem ?? messages.values.required));
  }
  return { description, messages: [{ role: 'user', content: { type: 'text', text: write(value) } }] };
}

function problemWith(value: string | undefined, longest: number): string | undefined {
  if (value === undefined) return messages.values.required;
  if (value.trim() === '') return messages.values.empty;
  return value.length > longest ? messages.values.tooLong(longest) : undefined;
}
