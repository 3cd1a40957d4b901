import { type ReactNode, useState } from 'react'
import type { Result } from '../../src-shared/kit/result.ts'
import { client } from '../ipc/client.ts'
import { VaultForm } from './vault-form.tsx'

type Gate = Readonly<{
  /** Makes a call that needs a key; asks for the passphrase where that is missing, then makes it again. */
  call<T>(make: () => Promise<Result<T>>): Promise<Result<T>>
  /** The form that asks, while it does; it takes the place of what the dialog shows. */
  form: ReactNode
}>

/** Lets a dialog make calls that need a key on a computer without a safe place for keys. */
export function useVaultGate(): Gate {
  const [answer, setAnswer] = useState<((opened: boolean) => void) | null>(null)
  const ask = async () => {
    const opened = await new Promise<boolean>(resolve => setAnswer(() => resolve))
    setAnswer(null)
    return opened
  }
  return {
    async call(make) {
      const first = await make()
      if (first.ok || first.code !== 'secret/unavailable' || !(await isShut())) return first
      return (await ask()) ? make() : first
    },
    form: answer && <VaultForm onDone={answer} />,
  }
}

async function isShut(): Promise<boolean> {
  const status = await client['vault.status']()
  return status.ok && (status.value.state === 'new' || status.value.state === 'locked')
}
