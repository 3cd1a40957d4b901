import { Button, Textarea, TextInput } from '@mantine/core'
import { IconCopy } from '@tabler/icons-react'
import { useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { client } from '../ipc/client.ts'
import css from './live.module.css'

type Props = Readonly<{ label: string; text: string; isLong?: boolean; isProse?: boolean }>

/** A text to take elsewhere. Copying selects it and does what the system's keys do, so that one sees what is taken. */
export function CopyField({ label, text, isLong = false, isProse = false }: Props) {
  const { t } = useTranslation()
  const line = useRef<HTMLInputElement>(null)
  const area = useRef<HTMLTextAreaElement>(null)
  const copy = () => {
    const field = line.current ?? area.current
    field?.focus()
    field?.select()
    void client['clipboard.act']({ act: 'copy' })
  }
  const common = {
    ...{ size: 'xs', label, value: text, readOnly: true, spellCheck: false },
    className: isProse ? undefined : css.code,
  }
  return (
    <div className={css.copy}>
      {isLong ? (
        <Textarea {...common} ref={area} autosize maxRows={5} />
      ) : (
        <TextInput {...common} ref={line} />
      )}
      <Button
        size="xs"
        variant="default"
        leftSection={<IconCopy size={14} aria-hidden />}
        aria-label={t('live.copyThis', { what: label })}
        onClick={copy}
      >
        {t('live.copy')}
      </Button>
    </div>
  )
}
