import { expect, onTestFinished } from 'vitest'
import { type MetaLoopback, openMeta } from '../../loopback/meta.ts'

/** Meta's server for a test; that everything it was sent had the documented shape is checked at the end. */
export async function metaLoopback(): Promise<MetaLoopback> {
  const meta = await openMeta()
  onTestFinished(() => {
    meta.close()
    expect(meta.wrong, 'requests that are not as documented').toEqual([])
  })
  return meta
}
