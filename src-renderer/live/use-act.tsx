import { useState } from 'react'
import type { Fault, Result } from '../../src-shared/kit/result.ts'
import { FaultMessage } from '../versions/fault-message.tsx'
import { faultInWords } from '../words/sentences.ts'

type Act = Readonly<{
  isBusy: boolean
  fault: Fault | null
  act: <T>(make: () => Promise<Result<T>>, onDone: (value: T) => void) => Promise<void>
}>

/** Has an engine do something: while it does, and what went wrong. */
export function useAct(): Act {
  const [isBusy, setBusy] = useState(false)
  const [fault, setFault] = useState<Fault | null>(null)
  return {
    isBusy,
    fault,
    async act(make, onDone) {
      setBusy(true)
      setFault(null)
      const answer = await make()
      setBusy(false)
      if (answer.ok) onDone(answer.value)
      else setFault(answer)
    },
  }
}

/** Why it was not done; nothing where it was. */
export function ActFault({ fault }: { fault: Fault | null }) {
  return fault && <FaultMessage fault={{ message: faultInWords(fault) }} onGo={() => {}} />
}
