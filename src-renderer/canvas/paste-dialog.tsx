import { Button, Group, Radio, Stack, Text, TextInput } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Clip } from '../../src-shared/blocks/clipboard/clip.ts'
import { freeName, isFreeName, type VariableConflict } from '../../src-shared/blocks/edits/clip-conflicts.ts'
import type { BotDocument } from '../../src-shared/document/bot-document.ts'
import type { VariableRecord } from '../../src-shared/document/records.ts'
import { formatValue } from '../../src-shared/expression/format-value.ts'
import { useDocument } from '../state/edits.ts'
import { Dialog } from '../ui/dialog.tsx'
import { pasteHere } from './clipboard.ts'
import styles from './paste-dialog.module.css'
import { usePendingPaste } from './pending-paste.ts'

type Props = Readonly<{ onClose: () => void }>
/** What becomes of a variable: null uses the present one. */
type Answers = Readonly<Record<string, string | null>>

/** Asks what to do with pasted variables whose names are taken by others here. */
export function PasteDialog({ onClose }: Props) {
  const { t } = useTranslation()
  const document = useDocument()
  const { clip, conflicts } = usePendingPaste()
  const [answers, setAnswers] = useState<Answers>({})
  if (!document || !clip) return null
  const names = new Map(
    conflicts.flatMap(({ pasted: { name } }) => {
      const answer = answers[name] ?? null
      return answer === null ? [] : [[name, answer] as const]
    }),
  )
  const wrong = wrongNames(document, clip, [...names.values()])
  const paste = () => {
    onClose()
    pasteHere(clip, names)
  }
  return (
    <Dialog onClose={onClose} title={t('craft.conflict.title')} size={520} staysOnClickBeside>
      <form
        onSubmit={event => {
          event.preventDefault()
          if (wrong.size === 0) paste()
        }}
      >
        <Stack gap="md">
          <Text fz={13}>{t('craft.conflict.why', { count: conflicts.length })}</Text>
          <div className={styles.list}>
            {conflicts.map(conflict => (
              <Question
                key={conflict.pasted.id}
                conflict={conflict}
                answer={answers[conflict.pasted.name] ?? null}
                suggested={freeName(document, clip, conflict.pasted.name)}
                isWrong={wrong.has(answers[conflict.pasted.name] ?? '')}
                onAnswer={answer => setAnswers(all => ({ ...all, [conflict.pasted.name]: answer }))}
              />
            ))}
          </div>
          <Group justify="flex-end" gap="xs">
            <Button size="xs" variant="default" onClick={onClose}>
              {t('craft.conflict.cancel')}
            </Button>
            <Button size="xs" type="submit" disabled={wrong.size > 0} data-autofocus>
              {t('craft.conflict.paste')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Dialog>
  )
}

function wrongNames(document: BotDocument, clip: Clip, names: readonly string[]): ReadonlySet<string> {
  return new Set(
    names.filter((name, index) => !isFreeName(document, clip, name) || names.indexOf(name) !== index),
  )
}

type QuestionProps = Readonly<{
  conflict: VariableConflict
  answer: string | null
  suggested: string
  isWrong: boolean
  onAnswer: (answer: string | null) => void
}>

function Question({ conflict: { pasted, present }, answer, suggested, isWrong, onAnswer }: QuestionProps) {
  const { t } = useTranslation()
  return (
    <section className={styles.conflict} aria-label={pasted.name}>
      <h3>{pasted.name}</h3>
      <Radio.Group
        aria-label={pasted.name}
        value={answer === null ? 'present' : 'renamed'}
        onChange={value => onAnswer(value === 'present' ? null : suggested)}
      >
        <Stack gap={6}>
          <Radio size="xs" value="present" label={t('craft.conflict.usePresent', useFacts(present))} />
          <Radio size="xs" value="renamed" label={t('craft.conflict.bringIn', useFacts(pasted))} />
        </Stack>
      </Radio.Group>
      {answer !== null && (
        <TextInput
          size="xs"
          className={styles.name}
          label={t('craft.conflict.newName')}
          value={answer}
          maxLength={64}
          error={isWrong ? t('craft.conflict.wrongName') : null}
          onChange={event => onAnswer(event.currentTarget.value.toUpperCase())}
        />
      )}
    </section>
  )
}

function useFacts({ valueType, initial, secret }: VariableRecord): { type: string; value: string } {
  const { t } = useTranslation()
  const shown = formatValue(initial)
  return {
    type: t(`variables.type.${valueType}`),
    value: secret
      ? t('craft.conflict.secret')
      : shown === ''
        ? t('craft.conflict.noValue')
        : shown.slice(0, 60),
  }
}
