/** A stretch of a text: UTF-16 code units, `end` exclusive. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** True if two stretches of one text have something in common. */
export function meets(a: Span, b: Span): boolean {
  return a.start < b.end && b.start < a.end;
}

/** `span` as it stands in a text that has `by` code units more before it. */
export function shifted({ start, end }: Span, by: number): Span {
  return { start: start + by, end: end + by };
}

/** Spans in order, those that touch or overlap as one. */
export function merged(spans: readonly Span[]): Span[] {
  const apart: { start: number; end: number }[] = [];
  for (const { start, end } of spans.toSorted((a, b) => a.start - b.start)) {
    const last = apart.at(-1);
    if (last && start <= last.end) last.end = Math.max(last.end, end);
    else if (start < end) apart.push({ start, end });
  }
  return apart;
}

/** A span of `text` without the white space at its ends; null where that is all of it. */
export function withoutBlanks(text: string, { start, end }: Span): Span | null {
  const own = text.slice(start, end);
  const from = end - own.trimStart().length;
  return from < end ? { start: from, end: start + own.trimEnd().length } : null;
}
