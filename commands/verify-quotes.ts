import { z } from 'zod';
import { defineCommand } from '../src/command/command.js';
import { verdictReply } from '../src/command/verdict-reply.js';
import { say } from '../src/reply/reply.js';
import { count } from '../src/text/count.js';
import { quotationsGiven } from '../src/verify/given.js';

/** The most quotations of one message that are verified. */
const MAX_QUOTATIONS = 25;

/** `message` is the text of the message, its block quotes between quotation marks. */
const options = z.strictObject({ message: z.string() });

/** The command 'Verify quotes' on a message: every quotation in it, or all of it where it marks none. */
export const verifyQuotes = defineCommand({
  name: 'Verify quotes',
  description: 'Whether the documents have the quotations of a message, word for word',
  where: 'anywhere',
  onMessage: true,
  options,

  async answer({ message }, context) {
    const quotations = quotationsGiven(message);
    const whole = message.trim() === '' ? [] : [{ text: message, speaker: null }];
    const all = quotations.length > 0 ? quotations : whole;
    if (all.length === 0) return say('nothing', 'There are no words in that message to verify.');
    const reply = await verdictReply(context, all.slice(0, MAX_QUOTATIONS));
    if (all.length <= MAX_QUOTATIONS) return reply;
    return {
      ...reply,
      message: `${reply.message}\nOnly the first ${MAX_QUOTATIONS} of ${count(all.length, 'quotation')}.`,
    };
  },
});
