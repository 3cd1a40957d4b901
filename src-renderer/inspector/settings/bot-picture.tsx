import { useRef } from 'react'
import { useTranslation } from 'react-i18next'
import type { MediaId } from '../../../src-shared/document/ids.ts'
import type { BotRecord } from '../../../src-shared/document/records.ts'
import { takeFiles } from '../../media/add-files.ts'
import { BotAvatar } from '../../media/bot-avatar.tsx'
import { useDocument } from '../../state/edits.ts'
import { putRecord } from '../../state/put-record.ts'
import { useWorkbench } from '../../state/workbench.ts'
import { Picker } from '../fields/picker.tsx'
import css from './settings.module.css'

/** What a picture of a bot may be: no film, and nothing that moves (NHN-09). */
const PICTURES = ['image/png', 'image/jpeg', 'image/webp']

/** The picture a bot is known by; without one its initials are drawn (requirements.md NHN-09). */
export function BotPicture({ bot }: { bot: BotRecord }) {
  const { t } = useTranslation()
  const document = useDocument()
  const input = useRef<HTMLInputElement>(null)
  if (!document) return null
  const picture = bot.picture ? document.get(bot.picture) : undefined
  const put = (id: MediaId | null) => {
    const present = useWorkbench.getState().editor?.document
    if (!present) return
    const { picture: _, ...rest } = present.bot
    if (id !== null && !PICTURES.includes(present.get(id)?.mime ?? ''))
      useWorkbench.setState({ banner: { tone: 'error', message: t('botSettings.pictureRule') } })
    else putRecord(id === null ? rest : { ...rest, picture: id }, { key: 'botSettings.edit.picture' })
  }
  const take = async (file: File | undefined) => {
    const [id] = file ? await takeFiles(t, [file]) : []
    if (id) put(id)
  }
  const choices = () => [
    {
      group: null,
      items: [...document.all('media')]
        .filter(({ mime }) => PICTURES.includes(mime))
        .map(({ id, name }) => ({ value: id, label: name })),
    },
  ]
  return (
    <div className={css.picture}>
      <BotAvatar name={bot.name} id={bot.id} hash={picture?.hash ?? null} size={56} />
      <Picker
        label={t('botSettings.picture')}
        path={['picture']}
        hint={t('botSettings.pictureHint')}
        placeholder={t('botSettings.noPicture')}
        chosen={picture ? { value: picture.id, label: picture.name } : null}
        choices={choices}
        create={{ label: () => t('media.addOne'), onCreate: () => input.current?.click() }}
        onPick={picked => put(picked as MediaId | null)}
      />
      <input
        ref={input}
        type="file"
        hidden
        accept={PICTURES.join(',')}
        aria-label={t('media.addOne')}
        onChange={event => {
          void take(event.target.files?.[0])
          event.target.value = ''
        }}
      />
    </div>
  )
}
