import type { Suggestions } from './extracted.js';
import type { MarkupDocument } from './markup-node.js';

/** What Readability says of a page, as far as it is suggested. */
interface Article {
  readonly title?: string | null | undefined;
  readonly byline?: string | null | undefined;
  readonly siteName?: string | null | undefined;
  readonly publishedTime?: string | null | undefined;
  readonly lang?: string | null | undefined;
}

/** Where pages name their date, besides what Readability looks at. */
const DATES = ['meta[itemprop="datePublished"]', 'time[itemprop="datePublished"]', 'meta[name="date"]'];
const DATE = /^\d{4}-\d{2}-\d{2}/;
const DATE_TIME = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?:Z|[+-]\d{2}:\d{2})$/;

/** The date that a page names in its own elements. */
export function dateIn(document: MarkupDocument): string | undefined {
  for (const selector of DATES) {
    const element = document.querySelector(selector);
    const date = element?.getAttribute('datetime') ?? element?.getAttribute('content');
    if (date) return date;
  }
  return undefined;
}

/** What a page says of itself, in the form in which `sources.json` states it; what cannot be put so is left out. */
export function suggestionsOf(
  article: Article | null,
  { date, address }: { readonly date: string | undefined; readonly address: string | undefined },
): Suggestions {
  const named = {
    outlet: article?.siteName,
    title: article?.title,
    author: article?.byline?.replace(/^by\s+/i, ''),
    published: isoDate(article?.publishedTime ?? date),
    url: address !== undefined && /^https?:\/\//i.test(address) ? address : undefined,
    language: article?.lang,
  };
  const stated = Object.entries(named).map(([name, value]) => [name, value?.replace(/\s+/g, ' ').trim()]);
  return Object.fromEntries(stated.filter(([, value]) => value));
}

/** The moment with its offset, or the day, that a date begins with. */
function isoDate(date: string | undefined): string | undefined {
  const trimmed = date?.trim() ?? '';
  return DATE_TIME.test(trimmed) ? trimmed : DATE.exec(trimmed)?.[0];
}
