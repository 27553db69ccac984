import { measureFullText, measureMiniSearch } from './speed-rivals.js';
import type { Measured, Task } from './speed-tasks.js';
import { measureVerbatim } from './speed-verbatim.js';

function measured(task: Task): Promise<Measured> {
  switch (task.kind) {
    case 'minisearch':
      return measureMiniSearch(task.folder, task.inputs);
    case 'fts5':
      return measureFullText(task.folder, task.inputs);
    case 'verbatim':
      return measureVerbatim(task.folder, task.topic, task.inputs);
  }
}

// A process of its own for one task, which it is sent; speed.ts starts it.
process.once('message', async (task: Task) => {
  const result = await measured(task);
  process.send?.(result, () => process.exit());
});
