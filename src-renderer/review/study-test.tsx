import { Button, Loader } from '@mantine/core'
import { IconPlayerPlay } from '@tabler/icons-react'
import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import type { BlockRecord } from '../../src-shared/document/records.ts'
import { foundByTest } from '../../src-shared/onboarding/found-by-test.ts'
import { useTester } from '../blocks/call-tester.ts'
import { FieldMessage } from '../inspector/fields/field-message.tsx'
import form from '../inspector/fields/form.module.css'
import { showNumber } from '../words/show-number.ts'
import { changeFindings } from './checklist-actions.ts'

/** Makes the call of a block once, and writes down whether it was answered and how long that took; nothing else of it. */
export function StudyTest({ block }: { block: BlockRecord }) {
  const { t } = useTranslation()
  const { tested, send, cancel } = useTester(block)
  // biome-ignore lint/correctness/useExhaustiveDependencies: once for each outcome, not for each picture of it
  useEffect(() => {
    const outcome =
      tested.state === 'answered' ? { ms: tested.answer.ms } : tested.state === 'failed' && tested
    const found = outcome && foundByTest(outcome)
    if (found) changeFindings(t, block, found, 'test')
  }, [tested])
  return (
    <div className={form.section}>
      <div>
        {tested.state === 'running' ? (
          <Button size="compact-xs" variant="default" leftSection={<Loader size={12} />} onClick={cancel}>
            {t('checklist.study.cancel')}
          </Button>
        ) : (
          <Button
            size="compact-xs"
            variant="default"
            leftSection={<IconPlayerPlay size={14} />}
            onClick={() => void send()}
          >
            {t('checklist.study.test')}
          </Button>
        )}
      </div>
      <div role="status">
        {tested.state === 'running' && <p className={form.note}>{t('checklist.study.testing')}</p>}
        {tested.state === 'answered' && (
          <p className={form.note}>
            {t('checklist.study.answered', {
              status: tested.answer.status,
              ms: showNumber(tested.answer.ms),
            })}
          </p>
        )}
        {tested.state === 'failed' && (
          <FieldMessage
            severity="warning"
            message={
              tested.code === 'api/secret-needed'
                ? t('checklist.study.secret')
                : t('checklist.study.unreached', { message: tested.message })
            }
          />
        )}
      </div>
    </div>
  )
}
