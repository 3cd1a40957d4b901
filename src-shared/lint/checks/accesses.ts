import type { AuthRecord } from '../../document/records.ts'
import { botCheck } from '../check.ts'
import type { Issue, Severity } from '../issue.ts'

/**
 * Accesses with which no call can prove who it is (requirements.md NHN-26): without a secret, or OAuth2 without an
 * address for its tokens. As long as no block uses one, it is work in progress.
 */
export const checkAccesses = botCheck(['auths', 'calledAuths'], ({ auths, calledAuths }) => {
  const called = new Set(calledAuths)
  return auths.flatMap(auth => issuesOf(auth, called.has(auth.id) ? 'error' : 'warning'))
})

function issuesOf(auth: AuthRecord, severity: Severity): readonly Issue[] {
  const { id: record, name, scheme, secret, tokenUrl } = auth
  const issues: Issue[] = []
  if (secret === null) {
    const message = `The access “${name}” has no secret, so its calls would be refused.`
    issues.push({ code: 'auth/no-secret', severity, message, record, path: ['secret'] })
  }
  if (scheme === 'oauth2' && !isAddress(tokenUrl)) {
    const message = `The access “${name}” needs the address where its tokens are fetched.`
    issues.push({ code: 'auth/no-token-address', severity, message, record, path: ['tokenUrl'] })
  }
  return issues
}

function isAddress(address: string): boolean {
  return /^https?:\/\/[^\s/]/i.test(address.trim())
}
