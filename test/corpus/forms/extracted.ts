import { extract } from '../../../src/corpus/forms/extract.js';
import type { Extracted } from '../../../src/corpus/forms/extracted.js';
import { formOf } from '../../../src/corpus/forms/form.js';

/** What is taken out of a file of this name; its fault as an error where there is one. */
export async function takenOut(
  name: string,
  content: string | Uint8Array,
  encoding?: string,
): Promise<Extracted> {
  const form = formOf(name);
  if (!form) throw new Error(`${name} is no document`);
  const taken = await extract({ form, bytes: Buffer.from(content as string), encoding });
  if ('text' in taken) return taken;
  const { line, problem } =
    'faults' in taken ? (taken.faults[0] ?? { line: 0, problem: '' }) : { line: 1, ...taken.passedOver };
  throw new Error(`${line}: ${problem}`);
}

/** The paragraphs that are taken out of a file. */
export async function paragraphsOf(
  name: string,
  content: string | Uint8Array,
  encoding?: string,
): Promise<string[]> {
  return (await takenOut(name, content, encoding)).text.split('\n\n');
}
