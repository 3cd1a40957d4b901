import { Button, Checkbox, Radio, Select } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { exportTexts } from '../../src-shared/texts/exchange.ts'
import { textRows } from '../../src-shared/texts/text-rows.ts'
import { languageName } from '../inspector/fields/language-name.ts'
import { client } from '../ipc/client.ts'
import { useWorkbench } from '../state/workbench.ts'
import { Dialog } from '../ui/dialog.tsx'
import { EXCHANGE_FORMATS, type ExchangeFormat } from './exchange/formats.ts'
import { writeInWorker } from './exchange/run-exchange.ts'
import { rowPlace } from './head-label.ts'
import styles from './texts.module.css'
import type { TextsModel } from './use-texts-model.ts'

type Props = Readonly<{ model: TextsModel; onClose: () => void }>

/** Which texts go out, in which languages and what kind of file. */
export function ExportDialog({ model, onClose }: Props) {
  const { t, i18n } = useTranslation()
  const { document } = model
  const [, ...others] = document.bot.locales
  const [format, setFormat] = useState<ExchangeFormat>('xlsx')
  const [chosen, setChosen] = useState<readonly string[]>(model.columns.slice(1))
  const [which, setWhich] = useState<'all' | 'shown'>('all')
  const [isWorking, setWorking] = useState(false)
  const locales = format === 'xliff' ? chosen.slice(0, 1) : chosen
  const nameOf = (locale: string) => languageName(locale, i18n.language)
  const save = async () => {
    setWorking(true)
    const rows = which === 'all' ? textRows(document) : model.texts
    const file = exportTexts(document, { rows, locales, placeOf: row => rowPlace(t, document, row) })
    const written = await writeInWorker(file, format)
    const name = fileName(document.bot.name, locales, format)
    const saved = written.ok ? await client['texts.save']({ name, bytes: written.value }) : written
    setWorking(false)
    if (!saved.ok) useWorkbench.setState({ banner: { tone: 'error', message: saved.message } })
    else if (saved.value)
      useWorkbench.setState({
        banner: { tone: 'success', message: t('texts.out.saved', { file: saved.value.file }) },
      })
    else return
    onClose()
  }
  return (
    <Dialog title={t('texts.out.title')} size={440} onClose={onClose}>
      <div className={styles.form}>
        <Radio.Group
          label={t('texts.out.format')}
          value={format}
          onChange={value => setFormat(value as ExchangeFormat)}
        >
          <div className={styles.choices}>
            {EXCHANGE_FORMATS.map(each => (
              <Radio key={each} size="xs" value={each} label={t(`texts.out.formats.${each}`)} />
            ))}
          </div>
        </Radio.Group>
        {format === 'xliff' ? (
          <Select
            size="xs"
            searchable
            allowDeselect={false}
            label={t('texts.out.language')}
            value={locales[0] ?? null}
            onChange={locale => locale && setChosen([locale])}
            data={others.map(locale => ({ value: locale, label: nameOf(locale) }))}
          />
        ) : (
          <Checkbox.Group label={t('texts.out.languages')} value={[...chosen]} onChange={setChosen}>
            <div className={styles.columnList}>
              {others.map(locale => (
                <Checkbox key={locale} size="xs" value={locale} label={nameOf(locale)} />
              ))}
            </div>
          </Checkbox.Group>
        )}
        <Radio.Group label={t('texts.out.which')} value={which} onChange={value => setWhich(value as 'all')}>
          <div className={styles.choices}>
            <Radio size="xs" value="all" label={t('texts.out.all')} />
            <Radio size="xs" value="shown" label={t('texts.out.shown', { count: model.texts.length })} />
          </div>
        </Radio.Group>
        <p>{t('texts.out.hint')}</p>
        <div className={styles.actions}>
          <Button size="xs" variant="default" onClick={onClose}>
            {t('texts.out.cancel')}
          </Button>
          <Button size="xs" loading={isWorking} disabled={locales.length === 0} onClick={() => void save()}>
            {t('texts.out.save')}
          </Button>
        </div>
      </div>
    </Dialog>
  )
}

/** Without what some file system refuses. */
function fileName(bot: string, locales: readonly string[], format: ExchangeFormat): string {
  const plain = bot.replace(/[\\/:*?"<>|\p{Cc}]/gu, ' ').trim() || 'bot'
  const languages = locales.length <= 3 ? ` ${locales.join(' ')}` : ''
  return `${plain}${languages}.${format === 'xliff' ? 'xlf' : format}`
}
