import { serveCalls } from '../threads/serve.js';
import { drawStatement } from './draw.js';

// The thread that `Drawing` starts.
serveCalls(drawStatement);
