import { useTranslation } from 'react-i18next'
import type { Side } from './compare-state.ts'

/** What a side of a comparison is called. */
export function useSideName(): (side: Side) => string {
  const { t } = useTranslation()
  return side => {
    switch (side.kind) {
      case 'working':
        return t('compare.working')
      case 'version':
        return t('compare.version', { version: side.name })
      case 'file':
        return t('compare.file', { name: side.name })
    }
  }
}
