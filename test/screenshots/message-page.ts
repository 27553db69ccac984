import { ButtonStyle } from 'discord-api-types/v10';
import { parse } from 'discord-markdown-parser';
import type { SendableMessage } from '../../src/surfaces/discord/message.js';

interface Node {
  readonly type: string;
  readonly target?: string;
  readonly content?: string | readonly Node[];
}

/** The element that shows each kind of markdown that a message of ours has. */
const ELEMENTS: Readonly<Record<string, string>> = {
  strong: 'discord-bold',
  blockQuote: 'discord-quote',
  link: 'discord-link',
};

const BUTTONS: Readonly<Partial<Record<ButtonStyle, string>>> = {
  [ButtonStyle.Primary]: 'primary',
  [ButtonStyle.Secondary]: 'secondary',
};

/** As large as Discord shows a picture, in pixels. */
export interface PictureRoom {
  readonly width: number;
  readonly height: number;
}

/** A message as it is sent, as a page of web components that look like Discord's. */
export function messagePage(message: SendableMessage, command: string, room: PictureRoom): string {
  const { content, embeds, components, files } = message;
  const pictures = files.map(({ bytes, description }) => picture(Buffer.from(bytes), description, room));
  const blocks = embeds.map(
    ({ description = '' }) =>
      `<discord-embed slot="embeds"><discord-embed-description slot="description">${shown(description)}</discord-embed-description></discord-embed>`,
  );
  const rows = components.map(({ components: buttons }) => {
    const elements = buttons.map(
      ({ style, label = '', disabled = false }) =>
        `<discord-button type="${BUTTONS[style]}"${disabled ? ' disabled' : ''}>${escaped(label)}</discord-button>`,
    );
    return `<discord-action-row>${elements.join('')}</discord-action-row>`;
  });
  return `<!doctype html><html><head><meta charset="utf-8"><script type="importmap">${IMPORTS}</script>
<script type="module" src="/@skyra/discord-components-core/dist/index.js"></script>
<style>body { margin: 0 } discord-messages { border: none !important } discord-message { padding-right: 16px !important }</style></head><body>
<discord-messages><discord-message author="Verbatim" bot avatar="${AVATAR}" timestamp="03/10/2026">
<discord-reply slot="reply" author="member" avatar="${AVATAR}">${escaped(command)}</discord-reply>${shown(content)}
${pictures.length > 0 ? `<discord-attachments slot="attachments">${pictures.join('')}</discord-attachments>` : ''}
${blocks.join('')}
${rows.length > 0 ? `<discord-attachments slot="components">${rows.join('')}</discord-attachments>` : ''}
</discord-message></discord-messages></body></html>`;
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

function picture(bytes: Buffer, description: string | null | undefined, room: PictureRoom): string {
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
    const inside =
      typeof node.content === 'string' ? escaped(node.content) : (node.content ?? []).map(show).join('');
    if (node.type === 'text') return inside.replaceAll('\n', '<br>');
    const element = ELEMENTS[node.type];
    if (!element) throw new Error(`a message has ${node.type}, which is not shown here`);
    const link = node.target === undefined ? '' : ` href="${escaped(node.target)}"`;
    return `<${element}${link}>${inside}</${element}>`;
  };
  return (parse(markdown, 'extended') as unknown as Node[]).map(show).join('');
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
}
