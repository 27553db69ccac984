import type { BotObserver } from '../../src/surfaces/discord/observer.js';

/** An observer that keeps what it is told. */
export function watching(): { observer: BotObserver; told: unknown[][] } {
  const told: unknown[][] = [];
  const tell =
    (name: keyof BotObserver) =>
    (...what: unknown[]) =>
      void told.push([name, ...what]);
  return {
    told,
    observer: {
      answered: tell('answered'),
      listening: tell('listening'),
      connected: tell('connected'),
      shardUp: tell('shardUp'),
      shardLost: tell('shardLost'),
      sessionStartsLeft: tell('sessionStartsLeft'),
      requestFailed: tell('requestFailed'),
    },
  };
}
