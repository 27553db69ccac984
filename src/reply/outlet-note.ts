import { messages } from '../messages/index.js';
import { uniqueBy } from '../text/unique-by.js';
import type { Quoted, Reply } from './reply.js';

/**
 * A line that names the documents of `quoted`, which is what is shown of a reply, that state no outlet. None where
 * all do, and where the reply lists what is stated of a source.
 */
export function outletNote(reply: Reply, quoted: readonly Quoted[]): string[] {
  const facts = reply.sections.flatMap((section) => (section.kind === 'facts' ? section.facts : []));
  if (facts.some(({ data }) => 'outlet' in data)) return [];
  const documents = uniqueBy(
    quoted.map(({ excerpt }) => excerpt.document),
    ({ id }) => id,
  );
  const unstated = documents.filter(({ source }) => source.outlet === undefined);
  return unstated.length > 0 ? [messages.citations.noOutlet(unstated.map(({ id }) => id))] : [];
}
