import type { Bridge, CallName, Client, Notice } from '../../src-shared/ipc/contract.ts'
import { faultInWords } from '../words/sentences.ts'

declare global {
  interface Window {
    readonly parley: Bridge
  }
}

/**
 * Calls main as `client['library.open']({ bot })`; derived from the contract, so there is nothing to write per call.
 * Why something failed is told in the language of the window.
 */
export const client = new Proxy({} as Client, {
  get: (_, name) => async (args: unknown) => {
    const answer = await window.parley.call(name as CallName, args)
    return answer.ok ? answer : { ...answer, message: faultInWords(answer) }
  },
})

export function onNotice(listener: (notice: Notice) => void): () => void {
  return window.parley.onNotice(listener)
}
