import { Gauge, type Registry } from 'prom-client';
import type { LiveLibrary } from '../library/live.js';
import { messages } from '../messages/index.js';

const { metrics: help } = messages.health;

/** Adds what is known of the documents that are loaded, as they are when somebody asks. */
export function measureCorpus(registry: Registry, live: LiveLibrary): void {
  const size = () => live.serving.library.engine.size;
  const gauges = [
    new Gauge({
      name: 'verbatim_documents',
      help: help.documents,
      registers: [],
      collect() {
        this.set(size().documents);
      },
    }),
    new Gauge({
      name: 'verbatim_passages',
      help: help.passages,
      registers: [],
      collect() {
        this.set(size().passages);
      },
    }),
    new Gauge({
      name: 'verbatim_corpus_loaded_timestamp_seconds',
      help: help.loadedAt,
      registers: [],
      collect() {
        this.set(live.serving.loadedAt / 1_000);
      },
    }),
    new Gauge({
      name: 'verbatim_corpus_info',
      help: help.revision,
      labelNames: ['revision'],
      registers: [],
      collect() {
        this.reset();
        this.set({ revision: live.serving.library.revision }, 1);
      },
    }),
  ];
  for (const gauge of gauges) registry.registerMetric(gauge);
}
