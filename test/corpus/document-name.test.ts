import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { documentId } from '../../src/corpus/document.js';
import { endingOf, fileNameOf, MAX_STEM } from '../../src/corpus/document-name.js';

describe('the name of a file that is added', () => {
  it.each([
    ['bridge closed.txt', undefined, 'bridge-closed.txt', 'bridge-closed'],
    ['2026.03.02 Bridge.txt', undefined, '2026-03-02-Bridge.txt', '2026-03-02-Bridge'],
    ['my_nice_article.txt', undefined, 'my-nice-article.txt', 'my-nice-article'],
    ['001_fb275b7cd65c788f.txt', undefined, '001_fb275b7cd65c788f.txt', '001'],
    ['2024_report.txt', undefined, '2024-report.txt', '2024-report'],
    ['003.txt', 'A Title', '003.txt', '003'],
    ['message.txt', 'Bridge closed', 'Bridge-closed.txt', 'Bridge-closed'],
    ['message.txt', undefined, 'message.txt', 'message'],
    ['Untitled_2.txt', '“Safe,” says mayor', 'Safe-says-mayor.txt', 'Safe-says-mayor'],
    ['Brücke gesperrt.txt', undefined, 'Brücke-gesperrt.txt', 'Brücke-gesperrt'],
    ['大桥关闭.txt', undefined, '大桥关闭.txt', '大桥关闭'],
    ['../../etc/passwd.txt', undefined, 'passwd.txt', 'passwd'],
    ['C:\\texts\\bridge.txt', undefined, 'bridge.txt', 'bridge'],
    ['.hidden.txt', undefined, 'hidden.txt', 'hidden'],
    ['_.txt', 'A', 'A.txt', 'A'],
    ['con.txt', undefined, 'document-con.txt', 'document-con'],
    ['Report.TXT', undefined, 'Report.txt', 'Report'],
  ])('%s with the title %s is %s, and its id %s', (name, title, file, id) => {
    expect(fileNameOf([name, title], endingOf(name))).toBe(file);
    expect(documentId(file)).toBe(id);
  });

  it('is none where nothing says anything', () => {
    expect(fileNameOf(['….txt', '?!'], '.txt')).toBeUndefined();
    expect(fileNameOf([undefined], '.txt')).toBeUndefined();
    expect([endingOf('README'), endingOf('.txt'), endingOf('a.'), endingOf('a/b.c/d')]).toEqual([
      '',
      '',
      '',
      '',
    ]);
  });

  it('stays inside of its folder, is no longer than it may be, and gives an id, whatever it is made of', () => {
    expect(MAX_STEM).toBe(60);
    const text = fc.string({ unit: 'binary', maxLength: 80 });
    fc.assert(
      fc.property(text, text, (name, title) => {
        const file = fileNameOf([`${name}.txt`, title], '.txt');
        if (file === undefined) return;
        expect(file).toMatch(/^[\p{L}\p{M}\p{N}][\p{L}\p{M}\p{N}_-]*\.txt$/u);
        expect(file.length).toBeLessThanOrEqual(MAX_STEM + 'document-.txt'.length);
        expect(Buffer.byteLength(file)).toBeLessThan(255);
        expect(documentId(file)).not.toBe('');
      }),
    );
  });
});
