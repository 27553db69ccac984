import path from 'node:path';
import { messages } from '../messages/index.js';
import type { Fault } from './fault.js';
import { SOURCES_FILE } from './files.js';

const IMAGE = /\.(?:png|jpe?g|gif|webp|avif|bmp|tiff?|heic|svg)$/i;
const OLD_WORD = /\.(?:doc|dot|wps)$/i;
/** How the file with the sources is named by mistake: in the singular, in capitals, with another ending, or with two. */
const SOURCES = /(?:^|\/)sources?(?:\.txt)?\.(?:jsonc?|json5|ya?ml)(?:\.txt)?$/i;
/** What systems put into folders by themselves. */
const OF_SYSTEM = /(?:^|\/)(?:Thumbs\.db|desktop\.ini)$/i;

/** What there is to say of a file that is not read; undefined where its keeper hides it, or never put it there. */
export function passedOver(name: string): Pick<Fault, 'problem' | 'remedy'> | undefined {
  const { passedDocument, passedImage, passedSources, passedWord } = messages.seedWarnings;
  if (name.split('/').some((part) => part.startsWith('.')) || OF_SYSTEM.test(name)) return undefined;
  if (SOURCES.test(name)) return passedSources(SOURCES_FILE);
  if (IMAGE.test(name)) return passedImage;
  if (OLD_WORD.test(name)) return passedWord;
  return passedDocument(path.extname(name));
}
