import { Button } from '@mantine/core'
import { IconPaperclip, IconX } from '@tabler/icons-react'
import { useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { formatBytes } from '../../src-shared/kit/format-bytes.ts'
import type { ChecklistItem } from '../../src-shared/onboarding/checklist.ts'
import { Field } from '../ui/field.tsx'
import { IconButton } from '../ui/icon-button.tsx'
import { attachEvidence, changeStep } from './checklist-actions.ts'
import styles from './review.module.css'

/** The file that shows that a step is done. It travels with the bot and never goes to an engine. */
export function EvidenceField({ item }: { item: ChecklistItem }) {
  const { t } = useTranslation()
  const input = useRef<HTMLInputElement>(null)
  const attach = useRef<HTMLButtonElement>(null)
  const { evidence } = item.task
  return (
    <Field label={t('checklist.field.evidence')}>
      {evidence && (
        <div className={styles.line}>
          <IconPaperclip size={14} aria-hidden />
          <span className={styles.evidence}>
            {t('checklist.file', { name: evidence.name, size: formatBytes(evidence.size) })}
          </span>
          <IconButton
            label={t('checklist.detach', { name: evidence.name })}
            onClick={() => {
              if (changeStep(t, item, { evidence: null }, 'evidence')) attach.current?.focus()
            }}
          >
            <IconX size={14} />
          </IconButton>
        </div>
      )}
      <div>
        <Button ref={attach} size="compact-xs" variant="default" onClick={() => input.current?.click()}>
          {t(evidence ? 'checklist.replace' : 'checklist.attach')}
        </Button>
      </div>
      <input
        ref={input}
        type="file"
        hidden
        onChange={event => {
          const file = event.target.files?.[0]
          if (file) void attachEvidence(t, item, file)
          event.target.value = ''
        }}
      />
    </Field>
  )
}
