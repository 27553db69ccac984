import { messages } from '../messages/index.js';
import type { Reply, VerdictSection } from '../reply/reply.js';
import { seal } from '../reply/seal.js';
import { ClusterError } from '../search/opensearch/cluster-error.js';
import { OverBudgetError } from '../text/pace.js';
import { onOneLine } from '../text/typed.js';
import type { GivenQuotation } from '../verify/given.js';
import { verify } from '../verify/verify.js';
import type { CallContext } from './command.js';
import { verdictSection } from './verdict-section.js';

/** The verdicts by how much they say against a quotation, the worst first. */
const WORST_FIRST: readonly VerdictSection['verdict'][] = [
  'altered',
  'joined',
  'absent',
  'unchecked',
  'too-short',
  'in-parts',
  'elided',
  'typographic',
  'exact',
];

/** How much of a quotation a list of verdicts repeats, in UTF-16 code units. */
const BEGINNING = 60;

/**
 * The verdicts on some quotations, each by itself: one that fails costs no other. The message is the verdict where
 * there is one, and their sum where more, with a list of all below it, the worst first. `notes` are said of all.
 */
export async function verdictReply(
  context: CallContext,
  quotations: readonly GivenQuotation[],
  notes: readonly string[] = [],
): Promise<Reply> {
  const sections: VerdictSection[] = [];
  for (const quotation of quotations) sections.push(await sectionOn(context, quotation));
  const [first] = sections;
  if (sections.length === 1 && first) {
    const noted = { ...first, notes: [...notes, ...first.notes] };
    return { outcome: 'answered', message: first.heading, sections: [noted], perPage: 1 };
  }
  const inOrder = sections.toSorted((a, b) => rank(a) - rank(b));
  const { names, line } = messages.verdicts;
  const lines = inOrder.map(({ verdict, quotation }) =>
    line(names[verdict], onOneLine(quotation, BEGINNING)),
  );
  return {
    outcome: 'answered',
    message: [summary(inOrder), ...notes].join('\n'),
    sections: [{ kind: 'list', name: messages.replies.files.verdicts, lines }, ...inOrder],
    perPage: 1,
  };
}

function rank({ verdict }: VerdictSection): number {
  return WORST_FIRST.indexOf(verdict);
}

/** How many quotations there are of each verdict, the worst first. */
function summary(sections: readonly VerdictSection[]): string {
  const parts = WORST_FIRST.map((kind) => ({
    number: sections.filter(({ verdict }) => verdict === kind).length,
    name: messages.verdicts.names[kind],
  }));
  return messages.verdicts.summary(
    sections.length,
    parts.filter(({ number }) => number > 0),
  );
}

/**
 * The verdict on one quotation, held against the documents by itself; where that fails, that it was not checked.
 * @throws ClusterError where the documents cannot be had: then the others cannot be checked either
 */
async function sectionOn(
  { library, pace, report }: CallContext,
  { text, speaker }: GivenQuotation,
): Promise<VerdictSection> {
  try {
    const section = verdictSection(text, await verify(library, text, pace), library.analyses, speaker);
    seal({ outcome: 'answered', message: '', sections: [section], perPage: 1 }, library);
    return section;
  } catch (error) {
    if (error instanceof ClusterError) throw error;
    const heading =
      error instanceof OverBudgetError
        ? messages.verdicts.tookTooLong
        : messages.verdicts.failed(report(error, 'verifying a quotation'));
    return {
      kind: 'verdict',
      verdict: 'unchecked',
      heading,
      quotation: text,
      quotationMarks: [],
      notes: [],
      quoted: [],
      differences: [],
    };
  }
}
