import type { FaultCode } from '../kit/faults.ts'
import { type Fault, fault } from '../kit/result.ts'
import { type ProblemDocument, problemDocumentSchema } from './protocol.ts'

/** Codes that mean the same on both sides; their message is complete as the engine wrote it. */
const SHARED = [
  'bot/not-found',
  'channel/unverified',
  'engine/version-conflict',
  'engine/version-taken',
  'integration/in-use',
  'integration/name-taken',
  'integration/not-found',
  'integration/not-verified',
  'integration/refused',
  'lifecycle/not-allowed',
  'lifecycle/not-published',
  'lifecycle/reason-required',
  'service/asset-taken',
  'service/changed',
  'service/invalid',
  'service/name-taken',
  'service/not-found',
] as const satisfies readonly FaultCode[]

const REPLAYED: FaultCode = 'request/replayed'

/** The fault an answer of status 300 and above stands for. */
export function faultOfAnswer(status: number, body: string): Fault {
  if (status < 400)
    return fault('engine/bad-answer', `It sends elsewhere (${status}). Enter the address it leads to.`)
  if (status >= 500)
    return fault('engine/bad-answer', `It answered ${status}. Try again later, or ask who runs it.`)
  const document = readProblems(body)
  if (status === 401 || status === 403) return unauthorised(status, document)
  if (!document)
    return fault(
      'engine/bad-answer',
      `It answered ${status}. Check that the address is that of a Parley engine.`,
    )
  const { message, problems } = document
  const shared = SHARED.find(code => code === document.code)
  if (shared) return { ok: false, code: shared, message }
  if (status === 409 && document.code !== REPLAYED) return fault('engine/version-conflict', message)
  if (status !== 422) return fault('engine/refused', message)
  const found = problems?.map(({ pointer, ...problem }) =>
    pointer === undefined ? problem : { ...problem, pointer },
  )
  return fault('engine/problems', message, found ?? [])
}

/** Whether the engine says that it has carried out a request with this very signature before. */
export function isReplayed(status: number, body: string): boolean {
  return status === 409 && readProblems(body)?.code === REPLAYED
}

function unauthorised(status: number, document: ProblemDocument | null): Fault {
  return fault(
    'engine/unauthorised',
    `${document?.message ?? `It answered ${status}.`} Check the key's name and secret, and this computer's clock.`,
  )
}

function readProblems(body: string): ProblemDocument | null {
  try {
    return problemDocumentSchema.safeParse(JSON.parse(body)).data ?? null
  } catch {
    return null
  }
}
