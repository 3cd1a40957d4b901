import type { BotStatus } from '../../src-shared/publish/protocol.ts'

type Steps = Readonly<{ toTest: string | null; toLive: string | null }>

/** The versions that can go from draft to test and from test to live; null where the content is there already. */
export function nextSteps({ environments, versions }: BotStatus): Steps {
  if (!environments) return { toTest: null, toLive: null }
  const hashOf = (version: string | null) => versions.find(each => each.version === version)?.hash
  const { draft, test, live } = environments
  return {
    toTest: hashOf(draft) === hashOf(test) ? null : draft,
    toLive: hashOf(test) === hashOf(live) ? null : test,
  }
}
