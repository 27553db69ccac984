import { type APIMessageComponentInteraction, ComponentType } from 'discord-api-types/v10';
import { prepare } from '../../command/run.js';
import { messages } from '../../messages/index.js';
import type { Reply } from '../../reply/reply.js';
import { type SealedReply, seal } from '../../reply/seal.js';
import type { Answering } from './answering.js';
import type { Pressed } from './components.js';
import { citationSchema, decodeOpenId, isOpened, type OpenId } from './open-id.js';
import { shortRevision } from './page-state.js';

/** The command whose answer is opened, or a part of it. */
const COMMAND = 'source';
/** How many paragraphs are shown before and after a passage: what it answers to, and what it leads to. */
const AROUND = 2;

/** What whoever pressed wants to see of a source. */
interface Asked extends OpenId {
  /** Where a form of citation was chosen, which. */
  readonly form?: string;
}

/** Shows whoever pressed, and nobody else, a passage in its context, its source, how to check it, or a citation. */
export async function openSource({ interaction, respond }: Pressed, answering: Answering): Promise<boolean> {
  const asked = askedOf(interaction.data);
  const command = answering.find(COMMAND);
  if (!asked || !command) return false;
  const began = performance.now();
  const context = answering.context(interaction);
  const { library } = context;
  const delivery = answering.delivery(interaction, respond, library);
  const count = answering.counter(COMMAND, 'button', began);
  const options = { id: asked.id, ...(asked.kind === 'context' && { context: AROUND }) };
  const reply = prepare(command, options, context, answering.parts.log).answer();
  const whole = await delivery.inTime(reply, answering.deferAfter, { hidden: true });
  if (!whole) {
    count();
    return true;
  }
  const revision = shortRevision(library.revision);
  const sent = await delivery.send(seal(partAsked(whole, asked), library), {
    state: { command: COMMAND, options, revision },
    ...(asked.revision !== revision && { notice: messages.discord.reloaded(revision) }),
    hidden: true,
  });
  count(sent ? whole.outcome : undefined);
  if (sent) answering.parts.log.info({ opened: asked.kind, outcome: whole.outcome }, 'Opened a source');
  return true;
}

/** What a button or a menu asks for; undefined where that is nothing of ours. */
function askedOf(data: APIMessageComponentInteraction['data']): Asked | undefined {
  const asked = decodeOpenId(data.custom_id);
  if (!asked) return undefined;
  if (data.component_type === ComponentType.Button) return isOpened(asked) ? asked : undefined;
  if (data.component_type !== ComponentType.StringSelect) return undefined;
  const [value = ''] = data.values;
  if (asked.kind === 'cite') {
    const form = citationSchema.safeParse(value).data;
    return form === undefined ? undefined : { ...asked, form };
  }
  const chosen = asked.kind === 'open' ? decodeOpenId(value) : undefined;
  return chosen && isOpened(chosen) ? chosen : undefined;
}

/** The part of what /source answers that was asked for. */
function partAsked(whole: SealedReply, { kind, id, form }: Asked): Reply {
  if (whole.outcome !== 'answered' || kind === 'context' || kind === 'source') return whole;
  const { about: _, files: __, part: ___, ...reply } = whole;
  if (kind === 'check') {
    const sections = whole.sections.filter((section) => section.kind === 'facts');
    return { ...reply, message: messages.discord.toCheck(id), sections };
  }
  const sections = whole.sections.flatMap((section) =>
    section.kind === 'copy' ? [{ ...section, texts: section.texts.filter((text) => text.id === form) }] : [],
  );
  return { ...reply, message: messages.discord.toCite(id), sections };
}
