import type { PictureOfStatement } from '../picture/picture.js';
import { shifted } from '../text/span.js';
import type { StatementSection } from './reply.js';

/** What a picture of a statement shows. */
export function pictureOf({
  quoted,
  shared,
}: Pick<StatementSection, 'quoted' | 'shared'>): PictureOfStatement {
  return {
    passages: quoted.map(({ excerpt, marks = [] }) => ({
      name: excerpt.document.teller,
      text: excerpt.text,
      differences: marks.map((mark) => shifted(mark, -excerpt.start)),
    })),
    shared: shared.map((run) =>
      run.map((span, at) => span && shifted(span, -(quoted[at]?.excerpt.start ?? 0))),
    ),
  };
}
