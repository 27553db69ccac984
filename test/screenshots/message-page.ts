import { rulesExtended, SimpleMarkdown } from 'discord-markdown-parser';
import type { SentFile, SentMessage } from '../discord-server/interaction-desk.js';
import type { Component } from '../discord-server/rules.js';

interface Node {
  readonly type: string;
  readonly target?: string;
  readonly timestamp?: string;
  readonly content?: string | readonly Node[];
}

const parse = SimpleMarkdown.parserFor(rulesExtended);

/** The element that shows each kind of markdown that a message of ours has. */
const ELEMENTS: Readonly<Record<string, string>> = {
  // The component for bold leaves a space behind it, which no message has.
  strong: 'strong',
  blockQuote: 'discord-quote',
  link: 'discord-link',
  autolink: 'discord-link',
  subtext: 'discord-subscript',
  codeBlock: 'discord-pre',
};

/** The kinds of buttons by Discord's numbers of their styles. */
const BUTTONS: Readonly<Record<number, string>> = {
  1: 'primary',
  2: 'secondary',
  4: 'destructive',
  5: 'secondary',
};
/** By Discord's numbers of components. */
const SELECT = 3;

/** As large as Discord shows a picture, in pixels. */
export interface PictureRoom {
  readonly width: number;
  readonly height: number;
}

/** A message as it is sent, as a page of web components that look like Discord's. */
export function messagePage(message: SentMessage, command: string, room: PictureRoom): string {
  const { content = '', embeds = [], components = [], files } = message;
  const attachments = files.map((file) => attachment(file, room));
  const blocks = embeds.map(({ description = '', footer, color }) => {
    const foot = footer?.text
      ? `<discord-embed-footer slot="footer">${escaped(footer.text)}</discord-embed-footer>`
      : '';
    const line = color === undefined ? '' : ` color="#${color.toString(16).padStart(6, '0')}"`;
    return `<discord-embed slot="embeds"${line}><discord-embed-description slot="description">${shown(description)}</discord-embed-description>${foot}</discord-embed>`;
  });
  const rows = components.map(
    (row) => `<discord-action-row>${(row.components ?? []).map(component).join('')}</discord-action-row>`,
  );
  return `<!doctype html><html><head><meta charset="utf-8"><script type="importmap">${IMPORTS}</script>
<script type="module" src="/@skyra/discord-components-core/dist/index.js"></script>
<style>${LIKE_THE_CLIENT}</style></head><body>
<discord-messages><discord-message author="Verbatim" bot avatar="${AVATAR}" timestamp="03/10/2026"${message.ephemeral ? ' ephemeral' : ''}>
<discord-reply slot="reply" author="member" avatar="${AVATAR}">${escaped(command)}</discord-reply>${shown(content)}
${attachments.length > 0 ? `<discord-attachments slot="attachments">${attachments.join('')}</discord-attachments>` : ''}
${blocks.join('')}
${rows.length > 0 ? `<discord-attachments slot="components">${rows.join('')}</discord-attachments>` : ''}
</discord-message></discord-messages></body></html>`;
}

/** What the components leave to the page: no frame, and menus as wide as Discord shows them. */
const LIKE_THE_CLIENT = `html { background: #36393e } body { margin: 0; overflow-x: hidden }
discord-messages { margin: 0 !important } discord-reply { max-width: calc(100vw - 90px); overflow: hidden; white-space: nowrap }
  discord-messages { border: none !important } discord-message { padding-right: 16px !important }
.menu { box-sizing: border-box; width: min(400px, 100%); min-width: 270px; padding: 9px 12px; border-radius: 8px; border: 1px solid #1e1f22; background: #1e1f22; color: #949ba4; font-size: 16px; line-height: 20px; display: flex; justify-content: space-between }`;

function component({ type, label = '', disabled = false, style = 2, placeholder = '' }: Component): string {
  if (type === SELECT) return `<div class="menu"><span>${escaped(placeholder)}</span><span>⌄</span></div>`;
  const out = style === 5 ? ' ↗' : '';
  return `<discord-button type="${BUTTONS[style]}"${disabled ? ' disabled' : ''}>${escaped(label)}${out}</discord-button>`;
}

/** A plain disc, since pictures of members stand on Discord's servers. */
const AVATAR = `data:image/svg+xml,${encodeURIComponent('<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 2 2"><rect width="2" height="2" fill="#5865f2"/></svg>')}`;

/** Where a page finds what the components import: a package's own files, as they are served by `main.ts`. */
const IMPORTS = JSON.stringify({
  imports: {
    lit: '/lit/index.js',
    'lit/': '/lit/',
    'lit-html': '/lit-html/lit-html.js',
    'lit-html/': '/lit-html/',
    'lit-element': '/lit-element/index.js',
    'lit-element/': '/lit-element/',
    '@lit/reactive-element': '/@lit/reactive-element/reactive-element.js',
    '@lit/reactive-element/': '/@lit/reactive-element/',
    '@lit/context': '/@lit/context/index.js',
  },
});

function attachment({ name, bytes, description }: SentFile, room: PictureRoom): string {
  if (!name.endsWith('.png'))
    return `<discord-file-attachment name="${escaped(name)}" bytes="${bytes.length}" bytes-unit="B"></discord-file-attachment>`;
  // A PNG begins with eight bytes of signature and eight of a chunk's head; then its width and height.
  const [width, height] = [bytes.readUInt32BE(16), bytes.readUInt32BE(20)];
  const scale = Math.min(1, room.width / width, room.height / height);
  const size = `width="${Math.round(width * scale)}" height="${Math.round(height * scale)}"`;
  const url = `data:image/png;base64,${bytes.toString('base64')}`;
  return `<discord-image-attachment url="${url}" ${size} alt="${escaped(description ?? '')}"></discord-image-attachment>`;
}

/** Markdown as elements; what no message of ours has fails, so that nothing is shown otherwise than on Discord. */
function shown(markdown: string): string {
  const show = (node: Node): string => {
    if (node.type === 'br') return '<br>';
    // Pictures are taken at the time that they show.
    if (node.type === 'timestamp') return '<discord-time>a few seconds ago</discord-time>';
    const inside =
      typeof node.content === 'string' ? escaped(node.content) : (node.content ?? []).map(show).join('');
    if (node.type === 'text') return inside.replaceAll('\n', '<br>');
    const element = ELEMENTS[node.type];
    if (!element) throw new Error(`a message has ${node.type}, which is not shown here`);
    const link = node.target === undefined ? '' : ` href="${escaped(node.target)}"`;
    return `<${element}${link}>${inside}</${element}>`;
  };
  return (parse(markdown, { inline: true }) as unknown as Node[]).map(show).join('');
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
}
