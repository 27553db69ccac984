import { archive } from './archive.js';
import { changing } from './changing.js';
import { choices } from './choices.js';
import { citations } from './citations.js';
import { commands, options } from './commands.js';
import { compare } from './comparing.js';
import { corpus } from './corpus.js';
import { differences } from './differences.js';
import { discord } from './discord.js';
import { endpoint } from './endpoint.js';
import { forms } from './forms.js';
import { health } from './health.js';
import { mcp } from './mcp.js';
import { pictures } from './pictures.js';
import { replies } from './replies.js';
import { search } from './search.js';
import { seedWarnings } from './seed-warnings.js';
import { seeds } from './seeds.js';
import { settings } from './settings.js';
import { source } from './source.js';
import { sources } from './sources.js';
import { terminal } from './terminal.js';
import { values } from './values.js';
import { verdicts } from './verdicts.js';

/** All messages in English. */
export const english = {
  archive,
  changing,
  choices,
  citations,
  commands,
  compare,
  corpus,
  differences,
  discord,
  endpoint,
  forms,
  health,
  mcp,
  options,
  pictures,
  replies,
  search,
  seedWarnings,
  seeds,
  settings,
  source,
  sources,
  terminal,
  values,
  verdicts,
};
