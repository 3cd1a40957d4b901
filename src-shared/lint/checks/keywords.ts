import { ChangeSet } from '../../edit/changes.ts'
import type { KeywordRecord } from '../../document/records.ts'
import { normaliseText } from '../../runtime/normalise-text.ts'
import type { BotCheck } from '../check.ts'
import type { Issue } from '../issue.ts'

/** requirements.md NHN-29, KAR-14, KAR-15: a word means one thing. Linear in the number of keywords. */
export const checkKeywords: BotCheck = function* (context): Iterable<Issue> {
  const { document } = context
  const tokens = new Map<string, string>()
  for (const name of ['ENCERRA_FLUXO', 'MENU_PRINCIPAL']) {
    const variable = document.variableNamed(name)
    const normal = normaliseText(String(variable?.initial ?? ''))
    const other = tokens.get(normal)
    if (variable && normal !== '' && other)
      yield { code: 'keyword/same-tokens', severity: 'error', message: `${name} and ${other} hold the same word; a customer cannot mean both.`, record: variable.id }
    if (normal !== '') tokens.set(normal, name)
  }
  const seen = new Map<string, KeywordRecord[]>()
  for (const keyword of document.all('keyword')) {
    const normal = normaliseText(keyword.text)
    const earlier = seen.get(normal) ?? []
    const twin = earlier.find(({ locale }) => locale === null || keyword.locale === null || locale === keyword.locale)
    seen.set(normal, [...earlier, keyword])
    const token = tokens.get(normal)
    const fix = { label: 'Remove the keyword', changes: new ChangeSet(document).drop(keyword.id).done() }
    if (token) yield { code: 'keyword/is-token', severity: 'error', message: `The keyword “${keyword.text}” is the word of ${token}.`, record: keyword.id, fix }
    else if (twin) yield { code: 'keyword/repeated', severity: 'error', message: `The keyword “${keyword.text}” is there twice.`, record: keyword.id, fix }
  }
}
