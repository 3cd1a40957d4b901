import { Button, Loader } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { BotDocument } from '../../src-shared/document/bot-document.ts'
import { type Review, reviewImport } from '../../src-shared/texts/review-import.ts'
import { client } from '../ipc/client.ts'
import { Dialog } from '../ui/dialog.tsx'
import { readInWorker } from './exchange/run-exchange.ts'
import { ImportReview } from './import-review.tsx'
import styles from './texts.module.css'

type Props = Readonly<{ document: BotDocument; onClose: () => void }>
type Read = Readonly<{ name: string; review: Review; formulas: number }>

/** A file of texts comes back: it is chosen, read beside the window, and shown against the bot before anything changes. */
export function ImportDialog({ document, onClose }: Props) {
  const { t } = useTranslation()
  const [read, setRead] = useState<Read | null>(null)
  const [isReading, setReading] = useState(false)
  const [problem, setProblem] = useState<string | null>(null)
  const choose = async () => {
    const opened = await client['texts.open']()
    if (!opened.ok) return setProblem(opened.message)
    if (!opened.value) return
    const { name, bytes } = opened.value
    setReading(true)
    setProblem(null)
    const texts = await readInWorker(bytes)
    setReading(false)
    if (!texts.ok) return setProblem(t('texts.in.failed', { file: name, message: texts.message }))
    setRead({ name, review: reviewImport(document, texts.value.file), formulas: texts.value.formulas })
  }
  if (read)
    return (
      <Dialog
        title={t('texts.in.review', { file: read.name })}
        size={960}
        onClose={onClose}
        staysOnClickBeside
      >
        <ImportReview {...read} document={document} onBack={() => setRead(null)} onClose={onClose} />
      </Dialog>
    )
  return (
    <Dialog title={t('texts.in.title')} size={440} onClose={onClose}>
      <div className={styles.review}>
        <p>{t('texts.in.hint')}</p>
        {problem && (
          <p role="alert" data-tone="error">
            {problem}
          </p>
        )}
        <div className={styles.actions}>
          {isReading && (
            <span role="status">
              <Loader size={16} /> {t('texts.in.reading')}
            </span>
          )}
          <Button size="xs" variant="default" onClick={onClose}>
            {t('texts.out.cancel')}
          </Button>
          <Button size="xs" disabled={isReading} onClick={() => void choose()}>
            {t('texts.in.choose')}
          </Button>
        </div>
      </div>
    </Dialog>
  )
}
