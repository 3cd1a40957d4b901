import { Autocomplete } from '@mantine/core'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { entriesOf } from './entries-of.ts'
import type { SheetFieldsProps } from './sheet-fields.ts'

const MAX_REFERENCE = 500

/** The reference in the link the customer came by: one an entry knows, or any other (requirements.md NHN-51). */
export function ReferralFields({ document, onChange }: SheetFieldsProps) {
  const { t } = useTranslation()
  const known = entriesOf(document, 'referral').flatMap(({ data }) => data.name || [])
  const [ref, setRef] = useState(known[0] ?? '')
  useEffect(() => onChange({ type: 'referral', ref: ref.trim() }), [ref, onChange])
  return (
    <Autocomplete
      size="xs"
      label={t('simulator.sheet.reference')}
      placeholder={t('simulator.sheet.anyReference')}
      maxLength={MAX_REFERENCE}
      data={[...new Set(known)]}
      value={ref}
      onChange={setRef}
    />
  )
}
