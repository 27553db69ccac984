import { CLEAR_ROW } from '../surfaces/terminal/progress.js';
import { withoutControls } from '../text/typed.js';

/** Ends the process at once: what is wrong, one problem a line, in place of what was said of work under way. */
export function exitWith(problems: readonly string[]): never {
  // A file's name may hold anything.
  const text = withoutControls(`${problems.join('\n')}\n`);
  process.stderr.write(process.stderr.isTTY ? `${CLEAR_ROW}${text}` : text);
  process.exit(1);
}
