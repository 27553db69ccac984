import { createRequire } from 'node:module';
import { GlobalFonts } from '@napi-rs/canvas';

/** The family under which the fonts of this package are known; the machine's own fonts are never used. */
export const FAMILY = 'Verbatim';

const require = createRequire(import.meta.url);
let registered = false;

/** Makes the fonts known, once. DejaVu has Latin, Greek, Cyrillic, Arabic and Hebrew letters. */
export function useFonts(): void {
  if (registered) return;
  for (const file of ['DejaVuSans.ttf', 'DejaVuSans-Bold.ttf']) {
    GlobalFonts.registerFromPath(require.resolve(`dejavu-fonts-ttf/ttf/${file}`), FAMILY);
  }
  registered = true;
}

const SCRIPTS = [
  'Latin',
  'Greek',
  'Cyrillic',
  'Arabic',
  'Hebrew',
  'Armenian',
  'Georgian',
  'Common',
  'Inherited',
];
const UNDRAWABLE = new RegExp(
  String.raw`[^${SCRIPTS.map((script) => String.raw`\p{Script=${script}}`).join('')}]|(?![\d#*©®™‼⁉])\p{Extended_Pictographic}`,
  'u',
);

/** The first character of a text that the fonts do not have, and that would become a box. */
export function undrawable(text: string): string | undefined {
  return UNDRAWABLE.exec(text)?.[0];
}

const RIGHT_TO_LEFT = /[\p{Script=Arabic}\p{Script=Hebrew}]/gu;

/** True if most letters of a text are of a script that runs from right to left. */
export function runsRightToLeft(text: string): boolean {
  const letters = text.match(/\p{L}/gu)?.length ?? 0;
  return (text.match(RIGHT_TO_LEFT)?.length ?? 0) * 2 > letters;
}
