import type { AuthRecord } from '../../document/records.ts'
import { unsaid } from '../../kit/say.ts'
import { botCheck } from '../check.ts'
import type { Finding, Severity } from '../issue.ts'

/**
 * Accesses with which no call can prove who it is (requirements.md NHN-26): without a secret, or OAuth2 without an
 * address for its tokens. As long as no block uses one, it is work in progress.
 */
export const checkAccesses = botCheck(['auths', 'calledAuths'], ({ auths, calledAuths }) => {
  const called = new Set(calledAuths)
  return auths.flatMap(auth => issuesOf(auth, called.has(auth.id) ? 'error' : 'warning'))
})

function issuesOf(auth: AuthRecord, severity: Severity): readonly Finding[] {
  const { id: record, name, scheme, secret, tokenUrl } = auth
  const issues: Finding[] = []
  if (secret === null) {
    issues.push({
      code: 'auth/no-secret',
      severity,
      ...unsaid('auth/no-secret', { name }),
      record,
      path: ['secret'],
    })
  }
  if (scheme === 'oauth2' && !isAddress(tokenUrl)) {
    issues.push({
      code: 'auth/no-token-address',
      severity,
      ...unsaid('auth/no-token-address', { name }),
      record,
      path: ['tokenUrl'],
    })
  }
  return issues
}

function isAddress(address: string): boolean {
  return /^https?:\/\/[^\s/]/i.test(address.trim())
}
