import { TITLES } from './abbreviations.js';
import { NOUNS_AS_WELL, REPORTING_VERBS } from './reporting-verbs.js';

/** What a word can be in a sentence, one bit each, since many are several things. */
export const Is = {
  Pronoun: 1 << 0,
  /** One of those that take a verb's dictionary form: "they say". */
  PluralPronoun: 1 << 1,
  Determiner: 1 << 2,
  /** "his", and a name in the genitive: "Borg’s". */
  Possessive: 1 << 3,
  Preposition: 1 << 4,
  Conjunction: 1 << 5,
  /** Begins a clause that is a part of another: "when he spoke". */
  Subordinator: 1 << 6,
  Relative: 1 << 7,
  Adverb: 1 << 8,
  Auxiliary: 1 << 9,
  /** The forms of "be". */
  Be: 1 << 10,
  /** Takes a verb's dictionary form: "will say", "did say". */
  Modal: 1 << 11,
  /** What people are called by what they do: "spokeswoman". */
  Role: 1 << 12,
  /** People who are named by what they do without an article: "police", "officials". */
  People: 1 << 13,
  Title: 1 << 14,
  /** What stands inside a name without a capital: "de", "van". */
  Particle: 1 << 15,
  /** A day, a month or the like. */
  Time: 1 << 16,
  /** A verb that says nothing. */
  Verb: 1 << 17,
  SayBase: 1 << 18,
  SayPresent: 1 << 19,
  SayPast: 1 << 20,
  SayParticiple: 1 << 21,
  /** A form of a verb of saying that is a noun as often. */
  SayNoun: 1 << 22,
  /** What is said, as a noun: "claim". */
  Utterance: 1 << 23,
  Capital: 1 << 24,
  /** The first word of a sentence, whose capital says nothing. */
  First: 1 << 25,
  Number: 1 << 26,
  /** What goes on in somebody's mind, and is told of all the same. */
  Thought: 1 << 27,
  /** A quotation that is written as the title of a work, and what such a work is: "film". */
  Work: 1 << 28,
  /** Ends like a participle or a past: "wearing", "walked". */
  Verbal: 1 << 29,
  /** Ends like a plural: "residents". */
  Plural: 1 << 30,
  /** The dictionary form of a verb of saying that is no noun: "say", but not "report". */
  SayOnly: 1 << 31,
} as const;

/** A class, or several of them. */
export type Classes = number;

/** A finite form of a verb of saying. */
export const FINITE_SAYING: Classes = Is.SayPresent | Is.SayPast;
/** Any form of it. */
export const SAYING: Classes = FINITE_SAYING | Is.SayBase | Is.SayParticiple;
/** Parts of a sentence that no name or description holds. */
export const STRUCTURE: Classes =
  Is.Pronoun |
  Is.Determiner |
  Is.Preposition |
  Is.Conjunction |
  Is.Subordinator |
  Is.Relative |
  Is.Auxiliary |
  Is.Modal;
/** What holds a sentence together and is no part of the name of a thing. */
export const FUNCTION: Classes = STRUCTURE | Is.Adverb;

const WORDS: readonly (readonly [classes: Classes, words: string])[] = [
  [Is.Pronoun, 'he she it someone somebody everyone everybody anyone anybody nobody'],
  [Is.Pronoun | Is.PluralPronoun, 'i we you they'],
  [Is.Pronoun | Is.Relative, 'who which'],
  [Is.Relative, 'whom whose where'],
  [
    Is.Determiner,
    'the a an this these those every each any no all other two three four five six seven eight nine ten dozens',
  ],
  [Is.Determiner | Is.People, 'others one many some several few both another most'],
  [Is.Determiner | Is.Possessive, 'his her its their my our your'],
  [
    Is.Preposition,
    'in at on of to from with by for during about over than against into under between through since until like near amid despite without within among across along around behind beyond toward towards upon via per including regarding concerning following outside inside off onto throughout alongside beside besides beneath underneath atop aboard amidst amongst unlike except versus vs. above below',
  ],
  [Is.Preposition | Is.Subordinator, 'after before as'],
  [Is.Conjunction, 'and or but nor yet &'],
  [
    Is.Subordinator,
    'that when while because if although though unless whether since until so whereas once how why what where than whenever wherever',
  ],
  [
    Is.Adverb,
    'also then later just even still further again never ever always often soon now earlier instead however meanwhile perhaps maybe too already almost not once twice there here thus therefore moreover nevertheless nonetheless otherwise yesterday today tomorrow tonight thereafter afterward afterwards far well rather quite very really only simply else away back up out down indeed',
  ],
  [Is.Auxiliary | Is.Be, 'is are was were be been being am ’s ’re ’m isn’t aren’t wasn’t weren’t'],
  [Is.Auxiliary, 'has have had having ’ve ’d hasn’t haven’t hadn’t'],
  [
    Is.Auxiliary | Is.Modal,
    'will would can could may might must shall should do does did cannot ’ll ’d won’t wouldn’t can’t couldn’t mustn’t shouldn’t don’t doesn’t didn’t',
  ],
  [Is.Particle, 'de del della la le du des dos da di al el bin ibn von van der den ten ter y e af av zu of'],
  [
    Is.Time,
    'last next day week month year weekend morning afternoon evening night monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september october november december jan. feb. mar. apr. jun. jul. aug. sep. sept. oct. nov. dec.',
  ],
  [
    Is.People,
    'police officials prosecutors authorities lawyers critics supporters opponents aides sources experts analysts investigators witnesses organizers organisers advisers advisors lawmakers residents researchers scientists doctors activists reporters diplomats spokespeople democrats republicans voters observers protesters protestors demonstrators economists historians pundits commentators journalists politicians pollsters strategists leaders members allies rivals friends fans people men women students teachers workers campaigners conservatives liberals progressives detractors insiders attorneys delegates staffers campaigns',
  ],
  [
    Is.Thought,
    'believe believes believed believing think thinks thought thinking feel feels felt feeling hope hopes hoped hoping fear fears feared fearing suppose supposes supposed supposing credit credits credited crediting blame blames blamed blaming wonder wonders wondered wondering',
  ],
  [
    Is.Work,
    'film movie documentary series show programme program drama comedy sitcom thriller podcast song single album track anthem novel memoir play musical opera painting book bestseller magazine broadcast episode',
  ],
  [
    Is.Utterance,
    'accusation accusations allegation allegations claims comments remarks warnings argument assertion assurance belief call chant charge claim comment complaint contention criticism declaration demand denial description explanation insistence joke message observation plea pledge point prediction promise quip remark reply response rhetoric slogan speech statement suggestion threat tweet vow warning words view opinion telling account assessment',
  ],
  [
    Is.Verb,
    'goes went gone going go comes came come coming makes made making make takes took taken taking take gets got getting get gives gave given giving give keeps kept keeping keep lets let holds held holding hold leaves left leaving leave loses lost losing lose wins won winning win begins began begun beginning begin sees saw seen seeing see knows knew known knowing know finds found finding find stands stood standing stand sits sat sitting sit runs ran running brings brought bringing bring buys bought sends sent sending send spends spent sets shows showed shown showing meets met meeting becomes became hits hit beats beat breaks broke shot shoots fired fires falls fell drew draws grew grows threw throws flew rose led leads wore wears wearing fought fights sought seeks caught taught chose chooses seems seemed remains remained appears appeared wants wanted likes liked needs needed tries tried uses used works worked looks looked turns turned starts started moves moved joins joined faces faced serves served leans leant leaned bears bore lies lay lying understands understood means meant paid pays bet quits quit cut cuts cost dealt spoke sold sells hid rode sank wound woke bent issued issues issuing decides decided deciding put puts putting promotes promoted promoting continue continuing speak speaks spoke speaking spoken',
  ],
  [
    Is.Role,
    'former president chairman chairwoman chair chief executive officer director manager secretary minister mayor governor senator representative congressman congresswoman spokesman spokeswoman spokesperson judge justice lawyer attorney prosecutor professor doctor general colonel captain major sergeant lieutenant commander officer candidate nominee rival front-runner frontrunner leader deputy aide adviser advisor analyst strategist pollster consultant editor reporter journalist columnist writer author host anchor actor actress singer rapper comedian coach player founder co-founder owner partner expert researcher scientist economist historian activist organizer organiser pastor priest bishop archbishop cardinal pope rabbi imam king queen prince princess ambassador envoy diplomat delegate member head speaker whip counsel treasurer commissioner administrator superintendent principal teacher student resident witness voter supporter critic opponent official campaign committee team office administration government ministry department agency company newspaper network magazine website group organization organisation party association council commission court board union foundation institute university campaign’s staffer friend wife husband daughter son brother sister mother father fellow veteran billionaire businessman businesswoman mogul tycoon star guru detective sheriff trooper inspector chancellor premier lawmaker legislator politician vice-president ceo cofounder correspondent commentator pundit blogger agent nurse practitioner physician surgeon dentist pharmacist paramedic firefighter farmer rancher fisherman engineer architect designer developer investor banker broker trader artist musician filmmaker producer photographer novelist poet playwright philosopher psychologist psychiatrist sociologist physicist biologist chemist geologist astronomer meteorologist epidemiologist mathematician scholar lecturer provost chaplain vicar reverend curator librarian translator interpreter athlete quarterback goalkeeper referee trainer astronaut publisher podcaster broadcaster presenter newscaster moderator panelist reviewer essayist biographer undersecretary alderman councilman councilwoman councilor councillor assemblyman assemblywoman comptroller auditor ombudsman magistrate solicitor barrister coroner ranger regulator negotiator mediator assistant associate lobbyist donor fundraiser recruiter retiree immigrant refugee prisoner inmate defendant plaintiff survivor eyewitness bystander passenger tourist neighbor neighbour landlord tenant electrician plumber mechanic contractor soldier policeman policewoman constable patrolman dissident defector ayatollah sheikh emir sultan',
  ],
];

const CLASSES = new Map<string, Classes>();
const add = (word: string, classes: Classes) => CLASSES.set(word, (CLASSES.get(word) ?? 0) | classes);

for (const [classes, words] of WORDS) for (const word of words.split(' ')) add(word, classes);
for (const title of TITLES) add(`${title.toLowerCase()}.`, Is.Title);
for (const { base, present, past, participle } of REPORTING_VERBS) {
  add(base, NOUNS_AS_WELL.has(present) ? Is.SayBase : Is.SayBase | Is.SayOnly);
  add(present, Is.SayPresent);
  for (const form of past) add(form, Is.SayPast);
  for (const form of participle) add(form, Is.SayParticiple);
}
for (const form of NOUNS_AS_WELL) add(form, Is.SayNoun);

/** What a word in lower case, its apostrophes curly and with the full stop of an abbreviation, can be. */
export function classesOf(word: string): Classes {
  return (CLASSES.get(word) ?? (word.endsWith('ly') && word.length > 4 ? Is.Adverb : 0)) | classesOfEnd(word);
}

/** What the end of a word tells; "thing", "need" and "loss" end like no participle and no plural. */
function classesOfEnd(word: string): Classes {
  const before = (back: number) => word.charAt(word.length - back);
  switch (before(1)) {
    case 's':
      return before(2) === 's' || before(2) === '’' ? 0 : Is.Plural;
    case 'd':
      return before(2) === 'e' && before(3) !== 'e' ? Is.Verbal : 0;
    case 'g':
      return word.length > 5 && word.endsWith('ing') ? Is.Verbal : 0;
    default:
      return 0;
  }
}

/** True if a form of a verb of saying, or "according to", stands in `text`; a form that is a noun as often is none. */
export function mentionsSaying(text: string): boolean {
  for (const [word] of text.toLowerCase().matchAll(/\p{L}+(?: to(?!\p{L}))?/gu)) {
    if (word === 'according to') return true;
    const classes = classesOf(word.replace(/ to$/, ''));
    if (classes & SAYING && !(classes & Is.SayNoun)) return true;
  }
  return false;
}
