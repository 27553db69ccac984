/** A made-up story, since the documents that Verbatim comes with are two and state no outlet: one quotation, printed in three ways. */
export const THREE_OUTLETS = {
  'courier.txt':
    'The mayor claimed that the bridge was safe. “We have never closed a bridge in this town, and we will not start today,” she said on Monday.',
  'herald.txt':
    '“We have never closed any bridge in this town, and we will not start today,” Mayor Anna Smith told reporters, dismissing a report on the old bridge.',
  'post.txt':
    'Asked about the report, the mayor snapped that “we have never closed a bridge in this town.” It was safe, she pointed out.',
  'sources.json': JSON.stringify({
    'courier.txt': {
      outlet: 'The Example Courier',
      title: 'Bridge Stays Open',
      published: '2026-03-09',
      url: 'https://courier.example/bridge_(old)',
    },
    'herald.txt': { outlet: 'The Example Herald', title: 'Mayor Dismisses Report', published: '2026-03-09' },
    'post.txt': { outlet: 'The Example Post', title: '“Safe,” Says Mayor', published: '2026-03-10' },
  }),
};

/** Two of them. */
export const TWO_OUTLETS = {
  'courier.txt': THREE_OUTLETS['courier.txt'],
  'herald.txt': THREE_OUTLETS['herald.txt'],
  'sources.json': JSON.stringify({
    'courier.txt': { outlet: 'The Example Courier', title: 'Bridge Stays Open', published: '2026-03-09' },
    'herald.txt': { outlet: 'The Example Herald', title: 'Mayor Dismisses Report', published: '2026-03-09' },
  }),
};
