import { serveCalls } from '../threads/serve.js';
import { speakerCounts } from './speaker-counts.js';

// The thread that `Speakers` starts: takes the passages of some stretches, and gives the names in each.
serveCalls((stretches: readonly (readonly string[])[]) => stretches.map(speakerCounts));
