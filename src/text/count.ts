/** A count with its noun: "1 passage", "2 passages", "1,024 passages". */
export function count(number: number, noun: string, plural = `${noun}s`): string {
  return `${number.toLocaleString('en')} ${number === 1 ? noun : plural}`;
}
