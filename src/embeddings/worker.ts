import { serveCalls } from '../threads/serve.js';
import type { Call } from './calls.js';
import { loadRuntime } from './runtime.js';
import { Service } from './service.js';

// The thread that `Embeddings` starts.
const service = new Service(() => loadRuntime());
serveCalls((call: Call) => service.answer(call));
