/**
 * What may be wrong with a cluster, as far as somebody can do something about it:
 * - `unreachable`: no node answers
 * - `late`: it answers too slowly
 * - `refused`: the user or the password is wrong, or lacks a privilege
 * - `untrusted`: its certificate cannot be verified
 * - `in part`: some shards did not answer
 * - `read-only`, `full`, `overloaded`: it takes no documents, has no room for them, or no time
 * - `too old`: it is of a version that is not supported
 * - `no corpus`: it has no corpus, or no longer the one that was asked for
 * - `damaged`: what it gave is not what was put in
 * - `conflict`: somebody else changed what was to be changed
 * - `other`: anything else that it says
 */
export type ClusterFault =
  | 'unreachable'
  | 'late'
  | 'refused'
  | 'untrusted'
  | 'in part'
  | 'read-only'
  | 'full'
  | 'overloaded'
  | 'too old'
  | 'no corpus'
  | 'damaged'
  | 'conflict'
  | 'other';

/** A request to a cluster that failed. Its message is for the log: it never holds credentials, nor what a member typed. */
export class ClusterError extends Error {
  override readonly name = 'ClusterError';

  constructor(
    readonly fault: ClusterFault,
    message: string,
    options?: ErrorOptions,
  ) {
    super(message, options);
  }
}
