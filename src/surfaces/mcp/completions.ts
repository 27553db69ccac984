import type { CompleteRequestParams } from '@modelcontextprotocol/sdk/types.js';
import { completingMs, MAX_CHOICES } from '../../command/choices.js';
import { completeTopic } from '../../command/complete.js';
import type { Library } from '../../library/library.js';
import { messages } from '../../messages/index.js';
import { createDeadline } from '../../text/pace.js';
import { invalidParams } from './errors.js';
import { declaredPrompts, QUOTE_EXACTLY } from './prompts.js';
import { DOCUMENT_TEMPLATE, PASSAGE_TEMPLATE } from './resource-address.js';

/**
 * What an argument of a prompt or of a resource template may become, at most 25 values; none where nothing is known of it.
 * @throws an error of the protocol where there is no such prompt or template
 */
export async function completions(
  { ref, argument, context }: Pick<CompleteRequestParams, 'ref' | 'argument' | 'context'>,
  library: Library,
): Promise<string[]> {
  const { name, value } = argument;
  if (ref.type === 'ref/prompt') {
    if (!declaredPrompts.some((prompt) => prompt.name === ref.name))
      throw invalidParams(messages.mcp.noPrompt(ref.name));
    return ref.name === QUOTE_EXACTLY && name === 'topic' ? topics(value, library) : [];
  }
  if (ref.uri !== DOCUMENT_TEMPLATE && ref.uri !== PASSAGE_TEMPLATE)
    throw invalidParams(messages.mcp.noTemplate(ref.uri));
  if (name === 'id') return [...(await library.catalogue.idsFrom(value, MAX_CHOICES))];
  return name === 'number' && ref.uri === PASSAGE_TEMPLATE
    ? numbers(value, context?.arguments?.id ?? '', library)
    : [];
}

async function topics(typed: string, library: Library): Promise<string[]> {
  const deadline = createDeadline(completingMs(library));
  return (await completeTopic({ library, given: {}, deadline }, typed)).map((choice) => choice.value);
}

/** The numbers of a document's passages that begin with what was typed. */
async function numbers(typed: string, id: string, { catalogue }: Library): Promise<string[]> {
  const found: string[] = [];
  for (const { number } of (await catalogue.document(id))?.passages ?? []) {
    if (found.length >= MAX_CHOICES) break;
    if (String(number).startsWith(typed)) found.push(String(number));
  }
  return found;
}
