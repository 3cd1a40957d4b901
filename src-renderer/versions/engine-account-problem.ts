import { isPrivateAddress } from '../../src-shared/publish/is-private-address.ts'

/** What is typed into the form of an engine. */
export type EngineDraft = Readonly<{ name: string; url: string; keyId: string; key: string }>

const MIN_KEY = 16

/** The first thing that is wrong with each field, as a word key under `versions.engines.problem`; null when all is well. */
export type EngineProblems = Readonly<Record<keyof EngineDraft, string | null>>

export function engineProblems({ name, url, keyId, key }: EngineDraft, hasKey: boolean): EngineProblems {
  return {
    name: name.trim() === '' ? 'name' : null,
    url: urlProblem(url.trim()),
    keyId: keyId.trim() === '' ? 'keyId' : null,
    key: keyProblem(key, hasKey),
  }
}

function urlProblem(text: string): string | null {
  if (!URL.canParse(text)) return 'url'
  const { protocol, username, password } = new URL(text)
  if (protocol !== 'https:' && protocol !== 'http:') return 'url'
  if (username !== '' || password !== '') return 'login'
  return isPrivateAddress(text) ? null : 'plain'
}

function keyProblem(key: string, hasKey: boolean): string | null {
  if (key === '') return hasKey ? null : 'key'
  return key.length < MIN_KEY ? 'shortKey' : null
}
