import { NativeSelect, Textarea } from '@mantine/core'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { entriesOf } from './entries-of.ts'
import { readValueLines } from './read-value-lines.ts'
import type { SheetFieldsProps } from './sheet-fields.ts'

/** An event of the company's systems, and the values that come with it. */
export function EventFields({ document, onChange }: SheetFieldsProps) {
  const { t } = useTranslation()
  const known = entriesOf(document, 'event').flatMap(({ data }) => data.name || [])
  const [name, setName] = useState(known[0] ?? '')
  const [lines, setLines] = useState('')
  const read = readValueLines(lines)
  useEffect(() => {
    const { values, wrong } = readValueLines(lines)
    onChange(name === '' || wrong !== null ? null : { type: 'event', name, values })
  }, [name, lines, onChange])
  return (
    <>
      <NativeSelect
        size="xs"
        label={t('simulator.sheet.eventName')}
        value={name}
        data={[...new Set(known)]}
        onChange={event => setName(event.currentTarget.value)}
      />
      <Textarea
        size="xs"
        label={t('simulator.sheet.values')}
        placeholder={t('simulator.sheet.valuesHint')}
        autosize
        minRows={1}
        maxRows={4}
        value={lines}
        error={read.wrong === null ? null : t('simulator.sheet.badLine', { line: read.wrong })}
        onChange={event => setLines(event.currentTarget.value)}
      />
    </>
  )
}
