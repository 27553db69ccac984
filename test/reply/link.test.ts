import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Document } from '../../src/corpus/document.js';
import { Excerpt } from '../../src/corpus/excerpt.js';
import { linkTo } from '../../src/reply/link.js';

const URL = 'https://example.com/a(1)?b=c';

function documentOf(text: string, url?: string): Document {
  return Document.of('1.txt', Buffer.from(text), text, url === undefined ? {} : { url });
}

function linkOf(text: string, quoted: string, url: string = URL): string | null {
  const start = text.lastIndexOf(quoted);
  return linkTo(Excerpt.of(documentOf(text, url), start, start + quoted.length));
}

/** Where a browser would lead: the first stretch from the first term to the next last term, as whole words. */
function highlighted(text: string, link: string): string | undefined {
  const [, directive] = link.split(':~:text=');
  if (directive === undefined) return undefined;
  const terms = directive.split(',').map(decodeURIComponent);
  const pattern = terms
    .map((term) => term.replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replace(/\s+/g, '\\s+'))
    .join('(?![\\p{L}\\p{N}])[^]*?(?<![\\p{L}\\p{N}])');
  return new RegExp(`(?<![\\p{L}\\p{N}])${pattern}(?![\\p{L}\\p{N}])`, 'iu').exec(text)?.[0];
}

describe('a link to the words', () => {
  const text =
    'Rain fell.\n\n“Rain fell on Monday, and well-known rivers rose,” he said. It stopped on Friday night.';

  it('is none where no address is stated', () => {
    const document = documentOf(text);
    expect(linkTo(Excerpt.of(document, 0, 4))).toBeNull();
  });

  it('names a short excerpt whole, and a longer one by its first and last words', () => {
    expect(linkOf(text, 'It stopped on Friday')).toBe(
      'https://example.com/a%281%29?b=c#:~:text=It%20stopped%20on%20Friday',
    );
    expect(linkOf(text, 'Rain fell on Monday, and well-known rivers rose')).toBe(
      'https://example.com/a%281%29?b=c#:~:text=Rain%20fell%20on%20Monday,well%2Dknown%20rivers%20rose',
    );
  });

  it('follows a fragment that the address has already', () => {
    expect(linkOf(text, 'It stopped on Friday', 'https://example.com/#top')).toContain('/#top:~:text=It');
  });

  it('takes more words where a few are not the only ones', () => {
    const twice = 'On Monday it rained in London.\n\nOn Monday it rained in Leeds and in York.';
    const link = linkOf(twice, 'On Monday it rained in Leeds and in York');
    expect(link && highlighted(twice, link)).toBe('On Monday it rained in Leeds and in York');
  });

  it('is the bare address where no words lead there alone', () => {
    expect(linkOf('Rain fell.\n\nRain fell.', 'Rain fell')).toBe('https://example.com/a%281%29?b=c');
  });

  it('has nothing in it that would end a link on Discord, or part its terms', () => {
    const odd = 'A (very) odd, *starred* & hyphen-ated ~ sentence <stands> here for all to see.';
    const [, directive] = linkOf(odd, odd)?.split(':~:text=') ?? [];
    expect(directive).toMatch(/^[^()<>*~'!\s&]+$/);
  });

  it('leads to the excerpt, or names no words', () => {
    const sentence = fc.array(
      fc.constantFrom('rain', 'sun', 'Monday', 'well-known', '“no”', 'it’s', 'and', '5,000'),
      { minLength: 1, maxLength: 9 },
    );
    fc.assert(
      fc.property(fc.array(sentence, { minLength: 1, maxLength: 6 }), fc.nat(), (sentences, at) => {
        const parts = sentences.map((list) => `${list.join(' ')}.`);
        const whole = parts.join(' ');
        const chosen = at % parts.length;
        const start = parts.slice(0, chosen).join(' ').length + (chosen > 0 ? 1 : 0);
        const document = documentOf(whole, 'https://example.com/');
        const excerpt = Excerpt.of(document, start, start + (parts[chosen]?.length ?? 0));
        const shown = highlighted(whole, linkTo(excerpt) ?? '');
        const bare = (text: string) => text.replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, '');
        if (shown !== undefined) expect(shown).toBe(bare(excerpt.text));
      }),
    );
  });
});
