import { engineContract } from '../search/engine-contract.js';
import { clientOf, indexed } from './indexed.js';
import { sharedCluster } from './shared-cluster.js';

const { addresses } = sharedCluster();

/** Making a corpus takes a second, so the laws are held for few. */
const RUNS = 4;

engineContract('the engine on OpenSearch', (documents) => indexed(clientOf(addresses), documents), RUNS);
