import { serveCalls } from '../../threads/serve.js';
import { extract } from './extract.js';

// The thread that `Extractor` starts.
serveCalls(extract);
