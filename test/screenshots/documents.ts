import { THREE_OUTLETS, TWO_OUTLETS } from '../support/three-outlets.js';

const COURIER = `Engineers walked over the old bridge for two hours on Monday morning, and wrote down each crack that they saw.

${THREE_OUTLETS['courier.txt']}

The council will vote on repairs to the bridge in April. They would cost 1.2 million, a third of what a new bridge would.

“We are asked to trust a bridge that nobody has measured since 1987,” said Tom Berg, who runs the bakery beside it.`;

const HERALD = `Traffic over the old bridge went on as usual on Monday, a day after a report had called it unsafe.

${THREE_OUTLETS['herald.txt']}

Drivers may have to wait longer for a new bridge: the council has put it off until next year.

“Nobody has measured that bridge since 1987,” the baker Tom Berg said.`;

/** Three outlets on one story, all made up: the documents that Verbatim comes with are two and state no outlet. */
export const TOWN = {
  'courier.txt': COURIER,
  'herald.txt': HERALD,
  'post.txt': `${THREE_OUTLETS['post.txt']}\n\nThe Post has asked the engineers for what they wrote down.`,
  'sources.json': JSON.stringify({
    'courier.txt': {
      outlet: 'The Example Courier',
      title: 'Bridge Stays Open',
      author: 'Ada Lind',
      published: '2026-03-09',
      url: 'https://courier.example/bridge-stays-open',
      language: 'en',
    },
    'herald.txt': {
      outlet: 'The Example Herald',
      title: 'Mayor Dismisses Report on Old Bridge',
      published: '2026-03-09',
      url: 'https://herald.example/2026/03/09/mayor-dismisses-report',
    },
    'post.txt': { title: '“Safe,” Says Mayor', published: '2026-03-10' },
  }),
} as const;

export { THREE_OUTLETS, TWO_OUTLETS };
