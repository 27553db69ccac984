import { styleText } from 'node:util';
import { PLAIN, type Style } from '../reply/plain-text.js';

const COLOURED: Style = {
  marks: true,
  mark: (text) => styleText(['bold', 'yellow'], text),
  citation: (text) => styleText('dim', text),
  heading: (text) => styleText('bold', text),
  problem: (text) => styleText('red', text),
};

/** Colours only where `stream` is a terminal that has them; NO_COLOR is heard. */
export function styleFor(stream: NodeJS.WriteStream): Style {
  return stream.isTTY && stream.hasColors() ? COLOURED : PLAIN;
}
