/** What must stand before a particle: how many syllables at least, and whether the last ends in a consonant. */
interface Particle {
  readonly text: string;
  readonly least: number;
  readonly after: 'consonant' | 'vowel' | 'either';
}

/**
 * Particles (조사) by what they follow, the longest first so that 으로 is not read as 로: National Institute of
 * Korean Language, "Korean Grammar for Foreigners" (2005). 들 makes plurals, and stands before them. The many nouns
 * of two syllables that end like a particle (휴가, 결과, 도로) keep it; hardly one ends in 은, 는, 을 or 를 so.
 */
const PARTICLES: readonly Particle[] = [
  ...listed('은 을'.split(' '), 1, 'consonant'),
  ...listed('는 를'.split(' '), 1, 'vowel'),
  ...listed('이 과 으로 이라고 이라는 이며'.split(' '), 2, 'consonant'),
  ...listed('가 와 라고 라는 로 며'.split(' '), 2, 'vowel'),
  ...listed(
    '의 에 에서 에게 에게서 한테 한테서 께 께서 도 만 까지 부터 처럼 보다 마저 조차 밖에 마다 만큼 같이 하고'.split(
      ' ',
    ),
    2,
  ),
  ...listed('으로서 으로써 로서 로써 들'.split(' '), 2),
].sort((a, b) => b.text.length - a.text.length);

function listed(texts: readonly string[], least: number, after: Particle['after'] = 'either'): Particle[] {
  return texts.map((text) => ({ text, least, after }));
}

/** Where the syllables of Hangul stand in Unicode, and how many there are of one beginning: one for each ending, and one without. */
const SYLLABLES = { first: 0xac00, last: 0xd7a3, ofBeginning: 28 };
/** The number of the ending ㄹ, after which 로 stands as after a vowel. */
const RIEUL = 8;

/** True if a word ends in Hangul, composed or as `foldWord` takes it apart. */
export function endsInHangul(word: string): boolean {
  return /[\u1160-\u11FF\uAC00-\uD7A3]$/.test(word);
}

/**
 * A folded word that ends in Hangul without the particles at its end, its syllables composed. One after another is
 * taken off as long as there are any, so that a noun and what is made of it come to the same whatever the noun ends in.
 *
 * @example withoutParticles('다리를') // '다리'
 * @example withoutParticles('서울에서는') // '서울'
 */
export function withoutParticles(word: string): string {
  let bare = word.normalize('NFC');
  for (let end = bare.length; ; bare = bare.slice(0, end)) {
    const particle = PARTICLES.find((one) => isAtEnd(one, bare));
    if (!particle) return bare;
    end = bare.length - particle.text.length;
  }
}

function isAtEnd({ text, least, after }: Particle, word: string): boolean {
  const before = word.length - text.length;
  if (before < 1 || !word.endsWith(text)) return false;
  const last = word.charCodeAt(before - 1);
  // After letters of other scripts nothing tells how they are spoken, and after a digit 만 is ten thousand.
  if (last < SYLLABLES.first || last > SYLLABLES.last) return /\p{L}/u.test(word.charAt(before - 1));
  if (before < least) return false;
  const ending = (last - SYLLABLES.first) % SYLLABLES.ofBeginning;
  if (after === 'either' || (text === '로' && ending === RIEUL)) return true;
  return ending === 0 ? after === 'vowel' : after === 'consonant';
}
