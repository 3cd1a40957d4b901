import { Button, Group, Stack, Text, Textarea } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { readComments, takeComments } from '../../src-shared/review-file/comments-file.ts'
import { client } from '../ipc/client.ts'
import { commit, useDocument } from '../state/edits.ts'
import { useWorkbench } from '../state/workbench.ts'
import { Dialog } from '../ui/dialog.tsx'

/** Comments come back from a review file: as a file, or as the text that was copied there. */
export function CommentsDialog({ onClose }: Readonly<{ onClose: () => void }>) {
  const { t } = useTranslation()
  const document = useDocument()
  const [text, setText] = useState('')
  const [problem, setProblem] = useState<string | null>(null)
  if (!document) return null
  const take = (given: string) => {
    const read = readComments(given)
    const taken = read.ok ? takeComments(document, read.value) : read
    if (!taken.ok) return setProblem(taken.message)
    const { changes, added, changed, conflicts } = taken.value
    const count = added + changed
    if (count > 0 && !commit(changes, { key: 'export.comments.edit', count })) return
    const message = [
      t(count > 0 ? 'export.comments.taken' : 'export.comments.known', { count }),
      ...(conflicts.length > 0 ? [t('export.comments.kept', { count: conflicts.length })] : []),
    ].join(' ')
    useWorkbench.setState({ banner: { tone: 'success', message } })
    onClose()
  }
  const choose = async () => {
    const opened = await client['comments.open']()
    if (!opened.ok) setProblem(opened.message)
    else if (opened.value) take(opened.value.text)
  }
  return (
    <Dialog title={t('export.comments.title')} size={480} onClose={onClose} staysOnClickBeside>
      <Stack gap="sm">
        <Text fz={13}>{t('export.comments.hint')}</Text>
        <Group>
          <Button size="xs" variant="default" data-autofocus onClick={() => void choose()}>
            {t('export.comments.choose')}
          </Button>
        </Group>
        <Textarea
          size="xs"
          label={t('export.comments.text')}
          rows={5}
          value={text}
          onChange={event => setText(event.currentTarget.value)}
        />
        {problem && (
          <Text fz={13} c="var(--p-red)" role="alert">
            {problem}
          </Text>
        )}
        <Group justify="flex-end" gap="xs">
          <Button size="xs" variant="default" onClick={onClose}>
            {t('export.comments.cancel')}
          </Button>
          <Button size="xs" disabled={text.trim() === ''} onClick={() => take(text)}>
            {t('export.comments.take')}
          </Button>
        </Group>
      </Stack>
    </Dialog>
  )
}
