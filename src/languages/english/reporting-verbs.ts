/** Verbs of saying and of the like, in their dictionary form; those with irregular forms are in `IRREGULAR`. */
const REGULAR =
  'accuse acknowledge add address admit advise affirm allege announce answer argue ask assert assure beg blast boast call caution challenge charge cheer chide cite claim clarify comment compare complain conclude concede confess confirm confide contend continue counter criticize cry dare declare decry demand denounce deny describe dismiss emphasize exclaim exhort explain express fume gush hint identify imply indicate inform insist interject interrupt jab joke laugh lament lash maintain mention mock mutter murmur note observe offer opine order pledge point praise preach predict proclaim promise pronounce protest push quip quote rail reaffirm reason recall recount refer reflect reiterate rejoin remark remind repeat reply report respond reveal scoff scold scream shout sigh slam snap speculate spout stammer state stress suggest summarize suppose tout tweet urge utter vow warn whisper wonder yell label dub brand term portray characterize tease title headline post decide believe hope fear blame credit defend promote warned retort advocate elaborate';
const IRREGULAR =
  'says said saying tells told telling writes wrote written writing speaks spoke spoken speaking thinks thought thinking feels felt swears swore sings sang reads reading puts heard calls called calling dubbed';
/** Only after "I" and the like, since they are nouns as often. */
const PLAIN = 'say tell write speak think feel read put call';
/** Forms that are nouns as often as verbs. */
const NOUNS = new Set(
  'comments points challenges reports remarks charges answers demands hopes fears promises posts titles headlines brands terms labels quotes jokes pledges vows praises cautions protests requests complains details blames references repeats responses criticizes comparing states titled headlining branding terming reading concerns suspects orders pushes informs shouts laughs boasts blasts slams snaps touts hints opines'.split(
    ' ',
  ),
);

function formsOf(verb: string): string[] {
  if (verb.endsWith('e')) return [`${verb}s`, `${verb}d`, `${verb.slice(0, -1)}ing`];
  if (/[^aeiou]y$/.test(verb)) return [`${verb.slice(0, -1)}ies`, `${verb.slice(0, -1)}ied`, `${verb}ing`];
  const doubled =
    /[^aeiou][aeiou][bdgmnprt]$/.test(verb) && verb.length < 6
      ? [`${verb}${verb.at(-1)}ed`, `${verb}${verb.at(-1)}ing`]
      : [];
  return [/(?:s|sh|ch|x)$/.test(verb) ? `${verb}es` : `${verb}s`, `${verb}ed`, `${verb}ing`, ...doubled];
}

const asPattern = (forms: readonly string[]) => [...forms].sort((a, b) => b.length - a.length).join('|');

const FORMS = [...REGULAR.split(' ').flatMap(formsOf), ...IRREGULAR.split(' ')].filter(
  (form) => !NOUNS.has(form),
);

/** The forms of verbs of saying that stand after a name, as a pattern: the longest first, so that none is cut short. */
export const REPORTING = asPattern(FORMS);
/** The same after "I", "we", "you" and "they". */
export const REPORTING_PLAIN = asPattern([...FORMS, ...PLAIN.split(' '), ...REGULAR.split(' ')]);
/** The forms in -ing alone. */
export const REPORTING_ING = asPattern(FORMS.filter((form) => form.endsWith('ing')));
