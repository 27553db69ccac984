import { messages } from '../../messages/index.js';
import { charactersOf } from './characters.js';
import { checked } from './decode.js';
import type { Extraction, ToExtract } from './extracted.js';

/** What took the characters out of a text file that is not in UTF-8. */
export const TEXT_EXTRACTOR = { extractor: 'iconv-lite', version: '0.7.3+1' } as const;

/** The most text that a file may come to, in UTF-16 code units: as many as a file of plain text has bytes. */
const MOST_TEXT = 5 * 1024 * 1024;
/** Controls besides tab and line feed, which nobody sees. */
const CONTROLS = /[^\P{Cc}\t\n]/gu;

/** The text of a file, in its form. Rejects only where a program is at fault. */
export async function extract(file: ToExtract): Promise<Extraction> {
  let extraction: Extraction;
  try {
    extraction = await readForm(file);
  } catch (error) {
    const fault = error instanceof RangeError ? messages.forms.tooMuchMarkup : messages.forms.unreadable;
    return { faults: [{ line: 1, ...fault }] };
  }
  if (!('text' in extraction) || file.form === 'text') return extraction;
  // A form feed and a vertical tab are line ends of old.
  const text = extraction.text.replace(/\r\n?|[\f\v\u0085\u2028\u2029]/g, '\n').replace(CONTROLS, '');
  if (text.trim() === '') return { faults: [{ line: 1, ...messages.seeds.empty }] };
  if (text.length > MOST_TEXT) return tooMuch(text);
  return { ...extraction, text };
}

/** Each form is loaded where a file has it: their readers take some megabytes. */
async function readForm(file: ToExtract): Promise<Extraction> {
  switch (file.form) {
    case 'text':
      return plainText(file);
    case 'markdown':
      return (await import('./markdown.js')).markdownText(file);
    case 'html':
      return (await import('./html.js')).htmlText(file);
    case 'docx':
      return (await import('./docx.js')).docxText(file);
    case 'captions':
      return (await import('./captions.js')).captionsText(file);
    case 'pdf':
      return (await import('./pdf.js')).pdfText(file);
  }
}

function plainText({ bytes, encoding }: ToExtract): Extraction {
  const characters = charactersOf(bytes, { stated: encoding });
  if ('faults' in characters) return characters;
  const sound = checked(characters.text);
  if ('faults' in sound) return sound;
  if (sound.text.length > MOST_TEXT) return tooMuch(sound.text);
  return { ...TEXT_EXTRACTOR, text: sound.text, guessed: characters.guessed };
}

function tooMuch({ length }: string): Extraction {
  return { faults: [{ line: 1, ...messages.forms.tooMuchText(length, MOST_TEXT) }] };
}
