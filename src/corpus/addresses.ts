import { domainToUnicode } from 'node:url';
import { messages } from '../messages/index.js';
import type { Fault } from './fault.js';

/** Alphabets whose letters look like one another's. */
const ALPHABETS = [
  /\p{Script=Latin}/u,
  /\p{Script=Cyrillic}/u,
  /\p{Script=Greek}/u,
  /\p{Script=Armenian}/u,
  /\p{Script=Cherokee}/u,
];
/** Letters of other alphabets that look like small Latin letters (Unicode Technical Standard 39, confusables). */
const LIKE_LATIN = /^[асԁеһіјӏорԛѕԝхуαενοριτυχոսօցհ\d-]+$/u;

/** Warnings of an address: who enters by it, and where it leads though it looks otherwise. */
export function addressWarnings(address: string): Pick<Fault, 'problem' | 'remedy'>[] {
  const { credentials, lookalike } = messages.seedWarnings;
  if (!URL.canParse(address)) return [];
  const { username, password, hostname } = new URL(address);
  const shown = domainToUnicode(hostname);
  const labels = shown.split('.');
  return [
    ...(username === '' && password === '' ? [] : [credentials]),
    ...(labels.some(looksLikeAnother) ? [lookalike(shown, hostname)] : []),
  ];
}

function looksLikeAnother(label: string): boolean {
  if (/^[\x20-\x7E]*$/.test(label)) return false;
  return ALPHABETS.filter((letters) => letters.test(label)).length > 1 || LIKE_LATIN.test(label);
}
