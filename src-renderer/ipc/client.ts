import type { Bridge, CallName, Client, Notice } from '../../src-shared/ipc/contract.ts'

declare global {
  interface Window {
    readonly parley: Bridge
  }
}

/** Calls main as `client['library.open']({ bot })`; derived from the contract, so there is nothing to write per call. */
export const client = new Proxy({} as Client, {
  get: (_, name) => (args: unknown) => window.parley.call(name as CallName, args),
})

export function onNotice(listener: (notice: Notice) => void): () => void {
  return window.parley.onNotice(listener)
}
