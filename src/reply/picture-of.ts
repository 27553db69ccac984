import type { PictureOfStatement } from '../picture/picture.js';
import { shifted } from '../text/span.js';
import { cite, placeLine } from './citation.js';
import type { StatementSection } from './reply.js';

/** What a picture of a statement shows. */
export function pictureOf({
  quoted,
  shared,
  quotations,
}: Omit<StatementSection, 'picture'>): PictureOfStatement {
  const sides = quotations.flatMap(({ differences }) =>
    differences.flatMap(({ first, second }) => [first, second]),
  );
  return {
    passages: quoted.map(({ excerpt }, at) => ({
      name: excerpt.document.teller,
      text: excerpt.text,
      // The column says whose it is, so the file is not named.
      place: placeLine({ ...cite(excerpt), title: null }),
      differences: sides.flatMap((side) =>
        side.quoted === at && side.excerpt ? shifted(side.excerpt, -excerpt.start) : [],
      ),
    })),
    shared: shared.map((run) =>
      run.map((span, at) => span && shifted(span, -(quoted[at]?.excerpt.start ?? 0))),
    ),
  };
}
