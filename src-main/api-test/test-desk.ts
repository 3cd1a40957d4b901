import type { ApiAnswer, ArgsOf, TestRequest } from '../../src-shared/ipc/contract.ts'
import { fault, ok, type Result } from '../../src-shared/kit/result.ts'
import { type Auth, authHeaders } from '../../src-shared/publish/auth-headers.ts'
import { readToken, tokenRequest } from '../../src-shared/publish/token-request.ts'
import { callApi } from './call-api.ts'

const MASK = '••••••'
/** Shorter ones would mask half of an answer. Characters. */
const SHORTEST_MASKED = 4

/** What is sent to prove who calls, and all of it that must not be shown. */
type Proof = Readonly<{ headers: Readonly<Record<string, string>>; hidden: readonly string[] }>

/** Test calls of API blocks. Secrets are typed once, are held here until the program ends, and never leave again. */
export class TestDesk {
  private readonly secrets = new Map<string, string>()
  private readonly running = new Map<string, AbortController>()
  private readonly now: () => number

  constructor(now: () => number) {
    this.now = now
  }

  setSecret({ bot, name, secret }: ArgsOf<'api.setSecret'>): void {
    this.secrets.set(`${bot} ${name}`, secret)
  }

  cancel(run: string): void {
    this.running.get(run)?.abort()
  }

  /** The call takes no longer than its time-out, the request for a token included. */
  async test({ run, bot, request }: ArgsOf<'api.test'>): Promise<Result<ApiAnswer>> {
    const stop = new AbortController()
    const timeout = AbortSignal.timeout(request.timeoutMs)
    const signal = AbortSignal.any([stop.signal, timeout])
    this.running.set(run, stop)
    try {
      const answer = await this.call(bot, request, signal)
      if (answer.ok) return answer
      if (stop.signal.aborted) return fault('api/cancelled')
      return timeout.aborted ? fault('api/timeout', `It was given ${request.timeoutMs / 1000} s.`) : answer
    } finally {
      this.running.delete(run)
    }
  }

  private async call(bot: string, request: TestRequest, signal: AbortSignal): Promise<Result<ApiAnswer>> {
    const { method, url, headers, body } = request
    const proof = await this.proof(bot, request, signal)
    if (!proof.ok) return proof
    const { headers: own, hidden } = proof.value
    const answer = await callApi({ method, url, headers: { ...headers, ...own }, body, signal })
    return answer.ok ? ok(masked(answer.value, hidden)) : answer
  }

  private async proof(bot: string, { auth, body }: TestRequest, signal: AbortSignal): Promise<Result<Proof>> {
    if (!auth) return ok({ headers: {}, hidden: [] })
    if (auth.secret === '')
      return fault('api/bad-call', `The auth profile ${auth.name} has no secret variable.`)
    const secret = this.secrets.get(`${bot} ${auth.secret}`)
    if (secret === undefined) return fault('api/secret-needed', `Type the value of ${auth.secret}.`)
    if (auth.scheme === 'oauth2') return tokenProof(auth, secret, signal)
    const headers = authHeaders(auth, secret, { body, now: this.now() })
    return ok({ headers, hidden: [...hiddenOf(headers), secret] })
  }
}

async function tokenProof(auth: Auth, secret: string, signal: AbortSignal): Promise<Result<Proof>> {
  const request = tokenRequest({ id: auth.identity, secret, scope: auth.scope })
  const answer = await callApi({ ...request, url: auth.tokenUrl, signal })
  if (!answer.ok) return fault(answer.code, `While asking for a token: ${answer.message}`)
  const { status, body } = answer.value
  if (status !== 200) return fault('api/bad-answer', `The token was refused with status ${status}.`)
  const token = readToken(body)
  if (!token) return fault('api/bad-answer', 'The answer to the request for a token holds none.')
  return ok({ headers: { authorization: `Bearer ${token.text}` }, hidden: [token.text, secret] })
}

/** Values of the headers, and what follows the word `Basic` or `Bearer` in them. */
function hiddenOf(headers: Proof['headers']): readonly string[] {
  return Object.values(headers).flatMap(value => [value, value.split(' ').at(-1) ?? ''])
}

/** Some APIs send back what they were sent. */
function masked(answer: ApiAnswer, hidden: readonly string[]): ApiAnswer {
  const secrets = hidden
    .filter(text => text.length >= SHORTEST_MASKED)
    .toSorted((a, b) => b.length - a.length)
  const mask = (text: string) => secrets.reduce((shown, secret) => shown.replaceAll(secret, MASK), text)
  return {
    ...answer,
    statusText: mask(answer.statusText),
    headers: answer.headers.map(([name, value]) => [name, mask(value)] as const),
    body: mask(answer.body),
  }
}
