import type { KeywordRecord } from '../../document/records.ts'
import { unsaid } from '../../kit/say.ts'
import { normaliseText } from '../../runtime/normalise-text.ts'
import { botCheck } from '../check.ts'
import { fixLabel } from '../fix-label.ts'
import type { Finding } from '../issue.ts'
import { meetsLocale } from '../keyword-conflicts.ts'
import { TOKEN_VARIABLES } from '../token-variables.ts'

/** requirements.md NHN-29, KAR-14, KAR-15: a word means one thing. Linear in the number of keywords. */
export const checkKeywords = botCheck(['keywords', 'variables'], ({ keywords, variables }) => {
  const issues: Finding[] = []
  const tokens = new Map<string, string>()
  for (const name of TOKEN_VARIABLES) {
    const variable = variables.get(name)
    const normal = normaliseText(String(variable?.initial ?? ''))
    if (!variable || normal === '') continue
    const other = tokens.get(normal)
    if (other) {
      const words = unsaid('keyword/same-tokens', { name, other })
      issues.push({ code: 'keyword/same-tokens', severity: 'error', ...words, record: variable.id })
    } else tokens.set(normal, name)
  }
  const seen = new Map<string, KeywordRecord[]>()
  for (const keyword of keywords) {
    const normal = normaliseText(keyword.text)
    const earlier = seen.get(normal) ?? []
    const isTwin = earlier.some(({ locale }) => meetsLocale(locale, keyword.locale))
    const token = tokens.get(normal)
    const changes = { [keyword.id]: { before: keyword, after: null } }
    const fix = { ...fixLabel('fix/remove-keyword', {}), changes }
    if (token) {
      const words = unsaid('keyword/is-token', { name: keyword.text, token })
      issues.push({ code: 'keyword/is-token', severity: 'error', ...words, record: keyword.id, fix })
    } else if (isTwin) {
      const words = unsaid('keyword/repeated', { name: keyword.text })
      issues.push({ code: 'keyword/repeated', severity: 'error', ...words, record: keyword.id, fix })
    }
    // One of any language meets all that follow; one per language is enough to keep beside it.
    if (!isTwin) seen.set(normal, [...earlier, keyword])
  }
  return issues
})
