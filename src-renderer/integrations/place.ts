import type { IntegrationView, StoredService } from '../../src-shared/publish/integration-protocol.ts'

/** What the tab shows; the lists say what was done just now. */
export type Place =
  | Readonly<{ at: 'lists'; done: string | null }>
  | Readonly<{ at: 'wizard' }>
  | Readonly<{ at: 'change' | 'log'; integration: IntegrationView }>
  | Readonly<{ at: 'service' | 'trial'; service: StoredService | null }>
