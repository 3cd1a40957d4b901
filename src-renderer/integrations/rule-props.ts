import type { Rule } from '../../src-shared/integrations/service.ts'
import type { Targets } from './service-draft.ts'
import type { Asset } from './use-routing.ts'

/** What the parts of a rule's form are given. */
export type RuleProps = Readonly<{
  rule: Rule
  targets: Targets
  /** Those of the service, by their names. */
  assets: readonly Asset[]
  onChange: (rule: Rule) => void
}>
