import { expect, it } from 'vitest';
import { type PdfItem, textOfPages } from '../../../src/corpus/forms/pdf-lines.js';
import { pdfOf, readsPdf } from '../../support/made-files.js';
import { takenOut } from './extracted.js';

/** What is read of these lines of text, each at its height over the foot of the page. */
const lines = (...given: [text: string, y: number, height?: number][]) =>
  textOfPages([
    given.map(([str, y, height = 10]): PdfItem => {
      return { str, transform: [1, 0, 0, 1, 72, y], width: str.length * 5, height, hasEOL: true };
    }),
  ]);

const isRead = readsPdf();

it('reads the text layer of a PDF by lines and paragraphs where Node.js is new enough, and else says so', async () => {
  const pdf = pdfOf([
    [
      ['A Dam That Leaks', 720],
      ['It was never safe, she said,', 690],
      ['on Monday (twice), and then', 676],
    ],
    [
      ['went home.', 720],
      ['Nobody asked.', 690],
    ],
  ]);
  const read = takenOut('1.pdf', pdf);
  if (isRead) {
    expect((await read).text).toBe(
      'A Dam That Leaks\n\nIt was never safe, she said,\non Monday (twice), and then\nwent home.\n\nNobody asked.',
    );
    await expect(takenOut('1.pdf', pdfOf([[]]))).rejects.toThrow('1: the PDF has no text');
    await expect(takenOut('1.pdf', 'Text.')).rejects.toThrow('1: not a PDF');
  } else
    await expect(read).rejects.toThrow('1: passed over, since PDFs are read on Node.js 22 or newer alone');
});

it('parts paragraphs where there is more room between lines than usual, or the size of letters changes', () => {
  expect(lines(['a', 700], ['b', 688], ['c', 676], ['d', 660], ['e', 648])).toBe('a\nb\nc\nd\ne');
  expect(lines(['a', 700], ['b', 688], ['c', 676], ['d', 659], ['e', 647])).toBe('a\nb\nc\n\nd\ne');
  expect(lines(['a', 700, 8], ['b', 688, 10], ['c', 676, 10])).toBe('a\nb\nc');
  expect(lines(['a', 700, 7], ['b', 688, 10], ['c', 676, 10])).toBe('a\n\nb\nc');
  expect(lines(['Title', 700, 20], ['b', 688], ['c', 676])).toBe('Title\n\nb\nc');
  expect(lines(['left', 100], ['column', 88], ['right', 700])).toBe('left\ncolumn\n\nright');
});

it('joins stretches of one line, with a space where there is room for one', () => {
  const item = (str: string, x: number, width: number, y = 700): PdfItem => {
    return { str, transform: [1, 0, 0, 1, x, y], width, height: 10, hasEOL: false };
  };
  expect(
    textOfPages([[item('nev', 72, 20), item('er', 92, 10), item('safe', 104, 20), item('now', 72, 20, 688)]]),
  ).toBe('never safe\nnow');
});
