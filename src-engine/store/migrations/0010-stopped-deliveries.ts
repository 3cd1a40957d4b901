import { inBoth, type Migration } from '../migration.ts'

/** What stands still is few among many that are done, and is counted whenever somebody looks at the metrics. */
export const stoppedDeliveries: Migration = inBoth(`
  create index delivery_held on delivery (seq) where state = 'held';
  create index delivery_dead on delivery (seq) where state = 'dead';
`)
