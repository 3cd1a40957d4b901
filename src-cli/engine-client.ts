import { createPublishClient, type PublishClient } from '../src-shared/publish/publish-client.ts'
import { type EngineChoice, engineOptions } from './engine-options.ts'
import type { Terminal } from './terminal.ts'

/** A client for an engine; null when its key is not there, which was said. */
export function engineClient(choice: EngineChoice, terminal: Terminal): PublishClient | null {
  const options = engineOptions(choice, terminal)
  return options && createPublishClient(options)
}
