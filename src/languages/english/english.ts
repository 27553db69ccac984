import { stopwords } from '@orama/stopwords/english';
import { stemmer } from 'stemmer';
import type { Language } from '../language.js';

/** English: Porter's stems (1980), and the function words of the Snowball project, whose list here lacks "a". */
export const ENGLISH: Language = { stem: stemmer, common: new Set([...stopwords, 'a']) };
