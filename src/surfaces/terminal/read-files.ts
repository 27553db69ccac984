import { constants } from 'node:fs';
import { open } from 'node:fs/promises';
import path from 'node:path';
import type { GivenOptions, RawOptions } from '../../command/command.js';
import { type FileProblem, GivenFile } from '../../command/given-file.js';
import type { Signature } from '../../command/signature.js';
import { MAX_FILE_BYTES } from '../../corpus/files.js';
import { failureName } from '../../corpus/system-code.js';
import { messages } from '../../messages/index.js';

/** Options with the files whose paths were given, or what keeps one from being read. Never rejects. */
export async function withFiles(
  { options }: Signature,
  raw: RawOptions,
): Promise<{ readonly given: GivenOptions } | FileProblem> {
  const given: Record<string, GivenOptions[string]> = { ...raw };
  for (const { name, kind } of options) {
    const named = raw[name];
    if (kind !== 'file' || typeof named !== 'string') continue;
    const file = await readGiven(named);
    if ('problem' in file) return file;
    given[name] = file;
  }
  return { given };
}

async function readGiven(name: string): Promise<GivenFile | FileProblem> {
  const { files } = messages.changing;
  try {
    // What is no file, such as a pipe that nobody writes to, is not waited for.
    const handle = await open(name, constants.O_RDONLY | constants.O_NONBLOCK);
    try {
      const stats = await handle.stat();
      if (!stats.isFile()) return { problem: files.notRegular };
      if (stats.size > MAX_FILE_BYTES) return { problem: files.tooLarge(MAX_FILE_BYTES) };
      const bytes = Buffer.alloc(stats.size);
      const { bytesRead } = await handle.read(bytes, 0, stats.size, 0);
      return new GivenFile(path.basename(name), bytes.subarray(0, bytesRead));
    } finally {
      await handle.close();
    }
  } catch (error) {
    return { problem: files.unread(failureName(error)) };
  }
}
