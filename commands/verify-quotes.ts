import { z } from 'zod';
import { defineCommand } from '../src/command/command.js';
import { shownOptions } from '../src/command/option.js';
import { MAX_MESSAGE, textOption } from '../src/command/options.js';
import { verdictReply } from '../src/command/verdict-reply.js';
import { messages } from '../src/messages/index.js';
import { say } from '../src/reply/reply.js';
import { quotationsGiven } from '../src/verify/given.js';

/** The most quotations of one message that are verified. */
const MAX_QUOTATIONS = 25;

/** `message` is the text of the message, its block quotes between quotation marks. */
const options = z.strictObject({
  message: textOption()
    .max(MAX_MESSAGE, messages.values.tooLong(MAX_MESSAGE))
    .register(shownOptions, { description: messages.options.message }),
});

/** The command 'Verify quotes' on a message: every quotation in it, or all of it where it marks none. */
export const verifyQuotes = defineCommand({
  name: messages.commands.verifyQuotes.name,
  description: messages.commands.verifyQuotes.description,
  where: 'anywhere',
  onMessage: true,
  options,

  async answer({ message }, context) {
    const quotations = quotationsGiven(message);
    const whole = message.trim() === '' ? [] : [{ text: message, speaker: null }];
    const all = quotations.length > 0 ? quotations : whole;
    if (all.length === 0) return say('nothing', messages.verdicts.noWords);
    const reply = await verdictReply(context, all.slice(0, MAX_QUOTATIONS));
    if (all.length <= MAX_QUOTATIONS) return reply;
    return {
      ...reply,
      message: `${reply.message}\n${messages.verdicts.onlyFirst(MAX_QUOTATIONS, all.length)}`,
    };
  },
});
