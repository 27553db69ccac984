/** Ends the process at once: what is wrong, one problem a line. */
export function exitWith(problems: readonly string[]): never {
  process.stderr.write(`${problems.join('\n')}\n`);
  process.exit(1);
}
