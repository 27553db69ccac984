import type { SentMessage } from '../discord-server/interaction-desk.js';
import { MANAGE_GUILD, Member } from '../discord-server/member.js';
import { THREE_OUTLETS, TOWN, TWO_OUTLETS } from './documents.js';

/** A picture: of what is asked, over which documents, and how the message comes about. */
export interface Shot {
  readonly name: string;
  /** What stands above the answer. */
  readonly asked: string;
  readonly files: Readonly<Record<string, string>>;
  take(member: Member, moderator: Member): Promise<SentMessage>;
}

const QUESTION = 'What will the repairs of the bridge cost?';
const UNANSWERED = 'What did Berg say about the harbour?';
const ADDED = 'The harbour stays open, Berg said.';
const ALTERED = 'We have never shut any bridge in this town';

/** One picture of each reply that a member or a moderator may see. */
export const SHOTS: readonly Shot[] = [
  {
    name: 'quote',
    asked: '/quote topic:bridge',
    files: TOWN,
    take: (member) => member.type('quote', { topic: 'bridge' }),
  },
  {
    name: 'ask',
    asked: `/ask question:${QUESTION}`,
    files: TOWN,
    take: (member) => member.type('ask', { question: QUESTION }),
  },
  {
    name: 'no-answer',
    asked: `/ask question:${UNANSWERED}`,
    files: TOWN,
    take: (member) => member.type('ask', { question: UNANSWERED }),
  },
  {
    name: 'nearest',
    asked: `/ask question:${UNANSWERED}`,
    files: TOWN,
    take: async (member) =>
      member.press(await member.type('ask', { question: UNANSWERED }), 'Show the nearest passages'),
  },
  {
    name: 'context',
    asked: 'In context',
    files: TOWN,
    take: async (member) => member.press(await member.type('ask', { question: QUESTION }), 'In context'),
  },
  {
    name: 'verify',
    asked: `/verify quote:${ALTERED}`,
    files: TOWN,
    take: (member) => member.type('verify', { quote: ALTERED }),
  },
  {
    name: 'verify-exact',
    asked: '/verify quote:never closed a bridge in this town',
    files: TOWN,
    take: (member) => member.type('verify', { quote: 'never closed a bridge in this town' }),
  },
  {
    name: 'verify-message',
    asked: 'Apps → Verify quotes',
    files: TOWN,
    take: (member) =>
      member.choose('Verify quotes', {
        content: `She said “${ALTERED}” and the baker “Nobody has measured that bridge since 1987”.`,
      }),
  },
  {
    name: 'source',
    asked: '/source id:courier#2',
    files: TOWN,
    take: (member) => member.type('source', { id: 'courier#2' }),
  },
  {
    name: 'cite',
    asked: 'Cite as… BibTeX',
    files: TOWN,
    take: async (member) =>
      member.select(await member.type('source', { id: 'courier#2' }), 'Cite as…', 'BibTeX'),
  },
  {
    name: 'check',
    asked: 'Check by hand',
    files: TOWN,
    take: async (member) => member.press(await member.type('source', { id: 'courier#2' }), 'Check by hand'),
  },
  {
    name: 'document',
    asked: '/source id:herald',
    files: TOWN,
    take: (member) => member.type('source', { id: 'herald' }),
  },
  {
    name: 'corpus',
    asked: '/corpus status',
    files: TOWN,
    take: (_, moderator) => moderator.type('corpus status'),
  },
  {
    name: 'corpus-list',
    asked: '/corpus list',
    files: TOWN,
    take: (_, moderator) => moderator.type('corpus list'),
  },
  {
    name: 'corpus-add',
    asked: `/corpus add text:${ADDED} title:The Harbour outlet:The Example Courier`,
    files: TOWN,
    take: (_, moderator) =>
      moderator.type('corpus add', { text: ADDED, title: 'The Harbour', outlet: 'The Example Courier' }),
  },
  {
    name: 'corpus-edit',
    asked: '/corpus edit document:post outlet:The Example Post',
    files: TOWN,
    take: (_, moderator) => moderator.type('corpus edit', { document: 'post', outlet: 'The Example Post' }),
  },
  {
    name: 'corpus-remove',
    asked: '/corpus remove document:post',
    files: TOWN,
    take: (_, moderator) => moderator.type('corpus remove', { document: 'post' }),
  },
  {
    name: 'corpus-faults',
    asked: '/corpus add text:Rain. id:post',
    files: TOWN,
    take: (_, moderator) => moderator.type('corpus add', { text: 'Rain.', id: 'post' }),
  },
  ...([['two-outlets', TWO_OUTLETS] as const, ['three-outlets', THREE_OUTLETS] as const] as const).map(
    ([name, files]): Shot => ({
      name,
      asked: '/compare topic:closed bridge',
      files,
      take: (member) => member.type('compare', { topic: 'closed bridge' }),
    }),
  ),
];

/** Who asks for the pictures. */
export function askers(
  discord: ConstructorParameters<typeof Member>[0],
): [member: Member, moderator: Member] {
  return [new Member(discord), new Member(discord, 'server', MANAGE_GUILD)];
}
