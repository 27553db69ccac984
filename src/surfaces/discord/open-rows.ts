import {
  type APIActionRowComponent,
  type APIButtonComponent,
  type APIComponentInMessageActionRow,
  type APISelectMenuOption,
  ButtonStyle,
  ComponentType,
} from 'discord-api-types/v10';
import { Document } from '../../corpus/document.js';
import { Passage } from '../../corpus/passage.js';
import { messages } from '../../messages/index.js';
import { cite, sourceLine } from '../../reply/citation.js';
import { addressOf, linkTo } from '../../reply/link.js';
import type { About, CopyText } from '../../reply/reply.js';
import type { SealedReply } from '../../reply/seal.js';
import { shorten } from '../../text/shorten.js';
import { uniqueBy } from '../../text/unique-by.js';
import { LIMITS } from './limits.js';
import { encodeOpenId, type Opened, type OpenId } from './open-id.js';
import type { Page } from './page.js';

/** A row of buttons, or a row that is one menu. */
export type Row = APIActionRowComponent<APIComponentInMessageActionRow>;

/**
 * The rows with which whoever presses opens more of what a page shows: of a source the forms of citation and how to
 * check it, of one passage its context and source, of several the same in one menu, since a phone shows three buttons
 * in a line. None of what has an id too long for a button.
 */
export function openRows(reply: SealedReply, page: Page, revision: string): Row[] {
  if (reply.about) {
    const texts = reply.sections.flatMap((section) => (section.kind === 'copy' ? section.texts : []));
    return sourceRows(reply.about, texts, revision);
  }
  const shown = page.quotes.flatMap(({ quoted: { excerpt } }) => {
    const passage = excerpt.document.passageAt(excerpt.start);
    return passage ? [passage] : [];
  });
  const passages = uniqueBy(shown, ({ id }) => id);
  const [first, second] = passages;
  if (!first) return [];
  if (second) return menuRow(passages, revision);
  return buttonRow([
    openButton({ kind: 'context', revision, id: first.id }),
    openButton({ kind: 'source', revision, id: first.id }),
    linkButton(first),
  ]);
}

function sourceRows({ subject, hasMoreAround }: About, texts: readonly CopyText[], revision: string): Row[] {
  const { id } = subject;
  const custom_id = encodeOpenId({ kind: 'cite', revision, id });
  const forms = texts.map(({ id: value, name: label }) => ({ label, value }));
  return [
    ...(custom_id === undefined || forms.length === 0
      ? []
      : [selectRow(custom_id, messages.discord.citeAs, forms)]),
    ...buttonRow([
      hasMoreAround ? openButton({ kind: 'context', revision, id }) : undefined,
      openButton({ kind: 'check', revision, id }),
      linkButton(subject),
    ]),
  ];
}

/** Two options for each passage, as many as a menu takes. */
function menuRow(passages: readonly Passage[], revision: string): Row[] {
  const option = (kind: Opened, passage: Passage): APISelectMenuOption | undefined => {
    const value = encodeOpenId({ kind, revision, id: passage.id });
    if (value === undefined) return undefined;
    return {
      label: shorten(messages.discord.openOf(messages.discord.open[kind], passage.id), LIMITS.selectText),
      description: shorten(sourceLine(cite(passage.excerpt)), LIMITS.selectText),
      value,
    };
  };
  const options = (['context', 'source'] as const)
    .flatMap((kind) => passages.map((passage) => option(kind, passage)))
    .filter((one) => one !== undefined);
  const custom_id = encodeOpenId({ kind: 'open', revision, id: 'passage' });
  if (options.length === 0 || custom_id === undefined) return [];
  return [selectRow(custom_id, messages.discord.openAny, inTurn(options).slice(0, LIMITS.selectOptions))];
}

/** The first half of a list and the second in turn, so that what is of one passage stands together. */
function inTurn<Item>(list: readonly Item[]): Item[] {
  const half = Math.ceil(list.length / 2);
  return list.slice(0, half).flatMap((one, at) => [one, ...list.slice(half + at, half + at + 1)]);
}

function selectRow(custom_id: string, placeholder: string, options: APISelectMenuOption[]): Row {
  return {
    type: ComponentType.ActionRow,
    components: [{ type: ComponentType.StringSelect, custom_id, placeholder, options }],
  };
}

function buttonRow(buttons: readonly (APIButtonComponent | undefined)[]): Row[] {
  const components = buttons.filter((button) => button !== undefined);
  return components.length === 0 ? [] : [{ type: ComponentType.ActionRow, components }];
}

function openButton(open: OpenId & { readonly kind: Opened }): APIButtonComponent | undefined {
  const custom_id = encodeOpenId(open);
  if (custom_id === undefined) return undefined;
  const label = messages.discord.open[open.kind];
  return { type: ComponentType.Button, style: ButtonStyle.Secondary, label, custom_id };
}

/** Leads to the words where that fits a button, else to the page; undefined where no address is stated, or none fits. */
function linkButton(subject: Passage | Document): APIButtonComponent | undefined {
  const toWords = subject instanceof Passage ? linkTo(subject.excerpt) : null;
  const page = addressOf(subject instanceof Document ? subject : subject.document);
  const url = [toWords, page].find((one) => one !== null && one.length <= LIMITS.buttonUrl);
  if (!url) return undefined;
  return { type: ComponentType.Button, style: ButtonStyle.Link, label: messages.discord.openAtSource, url };
}
