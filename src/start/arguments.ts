import { parseArgs } from 'node:util';
import { messages } from '../messages/index.js';
import { exitWith } from './exit.js';

/** What was written after the program's name. */
export interface Arguments {
  readonly seeds?: string;
  readonly chat?: boolean;
  readonly json?: boolean;
  readonly mcp?: boolean;
  readonly schema?: boolean;
  readonly processes?: string;
  /** What a process is told of itself by the one that started it, and nobody else says. */
  readonly child?: string;
}

/** Reads the arguments. Where they are wrong, or only help is asked for, the program ends here. */
export function readArguments(): Arguments {
  try {
    const { values } = parseArgs({
      options: {
        seeds: { type: 'string' },
        chat: { type: 'boolean' },
        json: { type: 'boolean' },
        mcp: { type: 'boolean' },
        schema: { type: 'boolean' },
        processes: { type: 'string' },
        child: { type: 'string' },
        help: { type: 'boolean' },
      },
    });
    if (values.help) {
      process.stdout.write(messages.settings.usage);
      process.exit(0);
    }
    if (values.child !== undefined && !process.connected) return exitWith([messages.settings.usage]);
    if (values.seeds?.trim() === '') return exitWith([messages.settings.emptySeeds]);
    if (values.mcp && (values.json || values.chat)) return exitWith([messages.mcp.alone]);
    return values;
  } catch (error) {
    return exitWith([error instanceof Error ? error.message : String(error), '', messages.settings.usage]);
  }
}
