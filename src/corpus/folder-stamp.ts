import { createHash } from 'node:crypto';
import type { Pace } from '../text/pace.js';
import { describeFault } from './fault.js';
import { listSeedFiles } from './files.js';

/**
 * A hash of the names, sizes and times of all files of a seeds folder, and of what keeps any from being listed: where it
 * is the same, nothing was written since. No file is opened. Rests as `pace` says.
 */
export async function folderStamp(root: string, pace: Pace): Promise<string> {
  const { files, faults } = await listSeedFiles(root, pace);
  const hash = createHash('sha256');
  for (const { name, stamp } of files) hash.update(`${name}\0${stamp.size}\0${stamp.modified}\0`);
  for (const fault of faults) hash.update(`${describeFault(fault)}\0`);
  return hash.digest('hex');
}
