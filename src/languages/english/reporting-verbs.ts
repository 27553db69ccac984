import { regularForms, type VerbForms } from './verb-forms.js';

const list = (words: string): readonly string[] => words.split(' ');

/** Regular verbs of saying and of the like. */
const REGULAR = list(
  'accuse acknowledge add address advise affirm allege announce answer argue ask assert assure bemoan berate blame blast blurt boast boom bristle call caution challenge chant charge cheer chide cite claim clarify comment complain conclude concede condemn confess confirm confide contend continue counter credit criticise criticize cry dare declare decry defend demand denounce deny describe dismiss elaborate emphasise emphasize exclaim exhort explain express fear fume gush headline hint hope identify imply indicate inform insist interject interrupt joke lament lash laugh maintain mention mock murmur mutter note observe offer opine order pledge point portray post praise preach predict proclaim promise pronounce protest push question quote rail reaffirm reason recall recount reflect reiterate rejoin remark remind repeat reply report respond retort reveal ridicule scoff scold scream shout sigh speculate stammer state stress suggest summarise summarize suppose surmise tease term title tout tweet urge utter vow warn whisper wonder yell advocate believe brand hail herald applaud deride deplore laud disparage rebuke react characterise characterize apologise apologize appeal assail attack bark bellow castigate chastise congratulate depict disagree disclose dispute email endorse enthuse estimate excoriate figure gloat groan growl grumble gripe grouse guess hammer imagine implore lambaste lecture liken moan mumble muse narrate object plead ponder propose rant reckon recite recognise recognize recommend reprimand roar rule scowl snarl sneer testify theorise theorize thank thunder vent venture volunteer wail welcome',
);
/** Those that double their last letter before -ed and -ing. */
const DOUBLING = list('admit beg blab blog concur dub jab quip rap rebut refer slam slur snap sob stun');
/** Those that double it in British spelling: "labelled". */
const DOUBLING_IN_BRITISH = list('counsel label signal');

const irregular = (forms: string): VerbForms => {
  const [base = '', present = '', past = '', participle = '', ...more] = forms.split(' ');
  return { base, present, past: [past, ...more], participle: [participle] };
};
/** Base, present, past, the participle in -ing, and the past participle where it differs. */
const IRREGULAR: readonly VerbForms[] = [
  'say says said saying',
  'tell tells told telling',
  'write writes wrote writing written',
  'think thinks thought thinking',
  'feel feels felt feeling',
  'swear swears swore swearing sworn',
  'sing sings sang singing sung',
  'read reads read reading',
  'hear hears heard hearing',
  'echo echoes echoed echoing',
  'spout spouts spouted spouting',
  'weep weeps wept weeping',
].map(irregular);

/** Every verb of saying with its forms. */
export const REPORTING_VERBS: readonly VerbForms[] = [
  ...REGULAR.map((base) => regularForms(base)),
  ...DOUBLING.map((base) => regularForms(base, 'always')),
  ...DOUBLING_IN_BRITISH.map((base) => regularForms(base, 'either')),
  ...IRREGULAR,
];

/** Forms that are nouns as often: they are verbs only where the grammar around them leaves no other reading. */
export const NOUNS_AS_WELL: ReadonlySet<string> = new Set(
  list(
    'addresses answers appeals attack attacks barks blogs blasts boasts brands calls cautions challenges chants charges cheers comments counters credits cries dares demands disputes fears echoes email emails endorses estimates figure figures groans groan growls guess guesses hammer hammers headlines hints hopes jokes labels laughs lecture lectures moan moans object objects offers orders pledges points posts praises promises protests pushes quotes questions reasons remarks reports roar roars rule rules screams sighs shouts signals slurs snaps stresses states terms titles tweets vows vent vents venture ventures volunteer volunteers welcome whispers wonders yells feeling hearing branding headlining reading ruling terming titled titling writing',
  ),
);
