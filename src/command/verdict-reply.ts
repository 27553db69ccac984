import type { Corpus } from '../corpus/corpus.js';
import type { Reply, VerdictSection } from '../reply/reply.js';
import type { Verdict } from '../statements/verdict.js';
import { verify } from '../statements/verify.js';
import { count } from '../text/count.js';
import { verdictSection } from './verdict-section.js';

/** The verdicts on some quotations. The message is the verdict where there is one, and their sum where more. */
export async function verdictReply(corpus: Corpus, quotations: readonly string[]): Promise<Reply> {
  const sections: VerdictSection[] = [];
  for (const quotation of quotations)
    sections.push(verdictSection(quotation, await verify(corpus, quotation)));
  const [first] = sections;
  const message = sections.length === 1 && first ? first.heading : summary(sections);
  return { outcome: 'answered', message, sections, perPage: 1 };
}

/** "3 quotations: 1 exact, 2 altered", the best verdicts first. */
function summary(sections: readonly VerdictSection[]): string {
  const order: Verdict['kind'][] = [
    'exact',
    'typographic',
    'elided',
    'joined',
    'altered',
    'absent',
    'too-short',
  ];
  const parts = order.flatMap((kind) => {
    const number = sections.filter(({ verdict }) => verdict === kind).length;
    return number > 0 ? [`${number} ${kind.replace('-', ' ')}`] : [];
  });
  return `${count(sections.length, 'quotation')}: ${parts.join(', ')}`;
}
