import { count } from './count.js';

/** What whoever watches the bot reads of its health. */
export const health = {
  notLoaded: 'the documents are not loaded yet',
  notConnected: 'not connected to Discord yet',
  notListening: 'not waiting for interactions yet',
  clusterSilent: 'the cluster did not answer when it was last asked',
  lost: (shards: readonly number[]) =>
    `${count(shards.length, 'shard')} without a connection to Discord: ${shards.join(', ')}`,
  stopping: 'the program was told to stop',
  noAnswer: (ms: number) => `no answer within ${ms} ms`,

  /** What each metric is, as Prometheus shows it. */
  metrics: {
    gatewayUp: 'Whether a shard is connected to Discord: 1 or 0.',
    gatewayLost: 'How often a shard lost its connection, by the code that it closed with.',
    gatewayConnects: 'How often a shard came up: started, resumed, or reconnected with a new session.',
    sessionStartsLeft: 'How many sessions Discord lets the bot start until it counts anew, as last asked.',
    requestFailures: 'Requests to Discord that failed, each attempt, by status, or timeout or unreachable.',
    commands: 'Answers, by command, outcome, and whether a command or a button asked for them.',
    answering: 'From the arrival of a question until its answer was handed to Discord.',
    reloads: 'Reloads of the documents, by result; followed where another process had put in a new revision.',
    engineRequests: 'Requests to the search engine, by kind and outcome.',
    engineRequesting: 'How long requests to the search engine took.',
    documents: 'Documents loaded.',
    passages: 'Passages loaded.',
    loadedAt: 'When the documents were loaded, in seconds since the epoch.',
    revision: 'The revision of the documents that are loaded, as a label; always 1.',
  },
};
