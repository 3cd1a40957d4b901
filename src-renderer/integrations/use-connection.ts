import { useState } from 'react'
import type { Result } from '../../src-shared/kit/result.ts'
import type { IntegrationView } from '../../src-shared/publish/integration-protocol.ts'
import { client } from '../ipc/client.ts'
import type { Site } from '../live/site.ts'
import { useAct } from '../live/use-act.tsx'
import {
  type ConnectionDraft,
  type ConnectionField,
  connectionProblems,
  integrationChangeOf,
  isReconnected,
  isVerified,
  newIntegrationOf,
  textOfValues,
  type Verified,
  valuesOf,
} from './connection-draft.ts'

/** What became of saving; the incoming address of a new one is said once. */
export type Saved = Readonly<{ name: string; incomingUrl: string }>

type Form = Readonly<{
  site: Site
  /** Null for a new one. */
  integration: IntegrationView | null
  draft: ConnectionDraft
  onSaved: (saved: Saved) => void
}>

/** Verify, then save: what can be done with the values that are typed, and what the engine said of them (IMI-06). */
export function useConnection({ site, integration, draft, onSaved }: Form) {
  const [verified, setVerified] = useState<Verified | null>(null)
  const [wasTried, setTried] = useState(false)
  const verifying = useAct()
  const saving = useAct()
  const problems = connectionProblems(draft, integration?.secrets ?? [])
  const isProven = problems.size === 0 && isVerified(draft, verified)
  const isNameAlone = integration !== null && problems.size === 0 && !isReconnected(draft, integration)
  const verify = async () => {
    setTried(true)
    setVerified(null)
    if (problems.size > 0) return
    await verifying.act(
      () => site.call(() => tryValues(site, integration, draft)),
      ({ proof, durationMs }) => setVerified({ values: textOfValues(draft), proof, durationMs }),
    )
  }
  const save = async () => {
    const proof = isProven && verified ? verified.proof : null
    await saving.act(() => site.call(() => keep(site, integration, draft, proof)), onSaved)
  }
  return {
    shownProblems: wasTried ? problems : new Set<ConnectionField>(),
    /** Milliseconds the other side took, for values that were verified. */
    answeredIn: isProven && verified ? verified.durationMs : null,
    maySave: isProven || isNameAlone,
    fault: saving.fault ?? verifying.fault,
    ...{ verify, save, isVerifying: verifying.isBusy, isSaving: saving.isBusy },
  }
}

function tryValues({ engine }: Site, integration: IntegrationView | null, draft: ConnectionDraft) {
  const known = integration === null ? {} : { integration: integration.id }
  return client['live.verifyIntegration']({ engine: engine.id, values: { ...valuesOf(draft), ...known } })
}

async function keep(
  { engine: { id: engine } }: Site,
  integration: IntegrationView | null,
  draft: ConnectionDraft,
  proof: string | null,
): Promise<Result<Saved>> {
  if (integration === null)
    return client['live.addIntegration']({ engine, values: newIntegrationOf(draft, proof ?? '') })
  const change = integrationChangeOf(draft, proof)
  const saved = await client['live.changeIntegration']({ engine, integration: integration.id, change })
  return saved.ok ? { ok: true, value: { name: saved.value.name, incomingUrl: '' } } : saved
}
