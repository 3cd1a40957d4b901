import { renderSendApi } from './render-send-api.ts'
import type { RenderJob } from './rendering.ts'
import type { SendApiPayload } from './send-api-payload.ts'

/** A message as Messenger Send API bodies. */
export function renderMessenger(job: RenderJob): readonly SendApiPayload[] {
  return renderSendApi('messenger', job)
}
