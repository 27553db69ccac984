/** A genitive that something follows: "Borg’s aide", "the voters’ choice". */
const OWNER = /^.*(?:['’]s|s['’])\s+(?=\S)/su;

/**
 * A name without whose it is: "Borg’s aide" is "aide", since Borg is not who speaks.
 *
 * @example withoutOwner('Borg’s lawyer Ada Holm') // 'lawyer Ada Holm'
 */
export function withoutOwner(name: string): string {
  return name.replace(OWNER, '');
}
