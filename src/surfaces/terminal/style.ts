import { styleText } from 'node:util';
import { PLAIN, type Style } from '../../reply/plain-text.js';
import { columns } from './columns.js';
import { rowsOf } from './rows.js';

/** Which stream has colours is decided here, and not by what standard output is, as later releases of Node.js do. */
const ANYWHERE = { validateStream: false };

const COLOURED: Style = {
  marks: true,
  mark: (text) => styleText(['bold', 'yellow'], text, ANYWHERE),
  citation: (text) => styleText('dim', text, ANYWHERE),
  heading: (text) => styleText('bold', text, ANYWHERE),
  problem: (text) => styleText('red', text, ANYWHERE),
};

/** How much of a stream's abilities a style goes by. */
type Output = Pick<NodeJS.WriteStream, 'isTTY' | 'columns'> & { hasColors?: () => boolean };

/**
 * Colours only where `stream` is a terminal that has them; NO_COLOR is heard. In a terminal, lines are as long as its
 * window is wide when they are written. One that is wide enough shows outlets beside each other, what differs marked
 * by colour or, without colours, by signs; what goes elsewhere stays in whole passages, to be copied.
 */
export function styleFor(stream: Output): Style {
  if (!stream.isTTY) return PLAIN;
  const coloured = stream.hasColors?.() ?? false;
  const style = coloured ? COLOURED : PLAIN;
  const mark = coloured
    ? { mark: COLOURED.mark, open: '', close: '' }
    : { mark: (text: string) => text, open: '⟦', close: '⟧' };
  return {
    ...style,
    // Some that pose as a terminal say that they have no columns.
    get window() {
      return stream.columns > 0 ? { width: stream.columns, rows: rowsOf } : undefined;
    },
    sideBySide: (quoted) => columns(quoted, stream.columns, mark),
  };
}
