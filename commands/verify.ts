import { z } from 'zod';
import { type CallContext, defineCommand } from '../src/command/command.js';
import { shownOptions } from '../src/command/option.js';
import { MAX_QUOTATION, privateOption, typedText } from '../src/command/options.js';
import { verdictReply } from '../src/command/verdict-reply.js';
import { messages } from '../src/messages/index.js';
import type { Reply } from '../src/reply/reply.js';
import { attributedQuotations } from '../src/verify/given.js';
import { stands } from '../src/verify/verify.js';

const options = z.strictObject({
  quote: typedText(MAX_QUOTATION).register(shownOptions, { description: messages.options.quotation }),
  private: privateOption,
});

/** `/verify`: whether the documents have a quotation, word for word. */
export const verify = defineCommand({
  name: 'verify',
  description: messages.commands.verify.description,
  where: 'anywhere',
  options,
  answer: answerVerify,
});

/**
 * What was given is one quotation, unless it says who said it: then each of its quotations is one, and what stands
 * around them is not. What stands in a document as given is one quotation all the same.
 */
async function answerVerify({ quote }: z.infer<typeof options>, context: CallContext): Promise<Reply> {
  const attributed = attributedQuotations(quote);
  const whole = [{ text: quote, speaker: null }];
  if (attributed.length === 0 || (await stands(context.library, quote, context.pace)))
    return verdictReply(context, whole);
  return verdictReply(context, attributed, [messages.verdicts.onlyQuoted]);
}
