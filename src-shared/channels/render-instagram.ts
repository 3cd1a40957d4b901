import { renderSendApi } from './render-send-api.ts'
import type { RenderJob } from './rendering.ts'
import type { SendApiPayload } from './send-api-payload.ts'

/** A message as Instagram Send API bodies: without documents and call buttons, and its texts count in bytes. */
export function renderInstagram(job: RenderJob): readonly SendApiPayload[] {
  return renderSendApi('instagram', job)
}
