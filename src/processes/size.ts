/** More are more than one machine has memory for: each takes some 130 MB with hardly a document. */
export const MAX_PROCESSES = 64;

/** How many processes `text` asks for, from 1 to `MAX_PROCESSES`; undefined where it is no such number. */
export function processesIn(text: string): number | undefined {
  const size = /^\d{1,9}$/.test(text) ? Number(text) : 0;
  return size < 1 || size > MAX_PROCESSES ? undefined : size;
}
