import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { BOT_PICTURE, pictureFault } from '../../../src-shared/document/bot-picture.ts'
import type { MediaId } from '../../../src-shared/document/ids.ts'
import type { BotRecord, MediaRecord } from '../../../src-shared/document/records.ts'
import type { KeptFile } from '../../../src-shared/edit/add-files.ts'
import { changePicture } from '../../../src-shared/edit/change-picture.ts'
import { formatBytes } from '../../../src-shared/kit/format-bytes.ts'
import { client } from '../../ipc/client.ts'
import { BotAvatar } from '../../media/bot-avatar.tsx'
import { fileSource } from '../../media/file-source.ts'
import { commit, useDocument } from '../../state/edits.ts'
import { newId } from '../../state/open-bot.ts'
import { useWorkbench } from '../../state/workbench.ts'
import { FieldMessage } from '../fields/field-message.tsx'
import { Picker } from '../fields/picker.tsx'
import { type Square, squareOf, WHOLE } from './crop.ts'
import { CropDialog } from './crop-dialog.tsx'
import {
  cutPicture,
  loadedImage,
  type ReadPicture,
  type RefusedPicture,
  readPicture,
} from './read-picture.ts'
import css from './settings.module.css'

/** The picture a bot is known by; without one its initials are drawn (requirements.md NHN-09). */
export function BotPicture({ bot }: { bot: BotRecord }) {
  const { t } = useTranslation()
  const document = useDocument()
  const input = useRef<HTMLInputElement>(null)
  const { take, pick, cutting, cut, giveUp, refused } = usePictureOf()
  if (!document) return null
  const picture = bot.picture ? document.get(bot.picture) : undefined
  const choices = () => [
    {
      group: null,
      items: [...document.all('media')]
        .filter(file => canBeCut(file))
        .map(({ id, name }) => ({ value: id, label: name })),
    },
  ]
  return (
    <div className={css.picture}>
      <BotAvatar name={bot.name} id={bot.id} hash={picture?.hash ?? null} size={56} />
      <div>
        <Picker
          label={t('botSettings.picture')}
          path={['picture']}
          hint={t('botSettings.pictureHint')}
          placeholder={t('botSettings.noPicture')}
          chosen={picture ? { value: picture.id, label: picture.name } : null}
          choices={choices}
          create={{ label: () => t('media.addOne'), onCreate: () => input.current?.click() }}
          onPick={picked => void pick(picked as MediaId | null)}
        />
        {refused && <FieldMessage severity="error" message={refused} />}
      </div>
      <input
        ref={input}
        type="file"
        hidden
        accept={[...BOT_PICTURE.mimes, 'image/svg+xml'].join(',')}
        aria-label={t('media.addOne')}
        onChange={event => {
          void take(event.target.files?.[0])
          event.target.value = ''
        }}
      />
      {cutting && <CropDialog picture={cutting} onClose={giveUp} onTake={square => void cut(square)} />}
    </div>
  )
}

function canBeCut(file: MediaRecord): boolean {
  const fault = pictureFault(file)
  return fault === null || fault === 'notSquare'
}

/** What is chosen becomes the picture at once where it is a square, else the person says which part of it does. */
function usePictureOf() {
  const { t } = useTranslation()
  const [cutting, setCutting] = useState<ReadPicture | null>(null)
  const [refused, setRefused] = useState<string | null>(null)
  const refuse = (is: RefusedPicture) =>
    setRefused(
      t(`botSettings.pictureRefused.${is}`, {
        side: BOT_PICTURE.minSide,
        most: formatBytes(BOT_PICTURE.maxSize),
      }),
    )
  const giveUp = () => {
    if (cutting) URL.revokeObjectURL(cutting.image.src)
    setCutting(null)
  }
  const keep = async (file: File) => {
    const { bot } = useWorkbench.getState()
    const stored = await client['media.put']({ bytes: new Uint8Array(await file.arrayBuffer()) })
    if (!stored.ok) setRefused(stored.message)
    else if (useWorkbench.getState().bot === bot) put({ name: file.name, ...stored.value })
  }
  const cut = async (square: Square, picture = cutting) => {
    const file = picture && (await cutPicture(picture, square))
    giveUp()
    if (file) await keep(file)
    else refuse('unreadable')
  }
  const take = async (file: File | undefined) => {
    if (!file) return
    setRefused(null)
    const read = await readPicture(file)
    if (typeof read === 'string') return refuse(read)
    if (read.fault === 'notSquare' && read.width !== read.height) return setCutting(read)
    if (read.fault === 'notSquare') return cut(squareOf(read, WHOLE), read)
    URL.revokeObjectURL(read.image.src)
    return keep(file)
  }
  const pick = async (id: MediaId | null) => {
    setRefused(null)
    const file = id === null ? undefined : useWorkbench.getState().editor?.document.get(id)
    if (!file || pictureFault(file) === null) return put(id)
    const image = await loadedImage(fileSource(file.hash))
    if (!image) return refuse('unreadable')
    return setCutting({
      name: file.name,
      image,
      width: image.naturalWidth,
      height: image.naturalHeight,
      fault: 'notSquare',
    })
  }
  return { take, pick, cutting, cut, giveUp, refused }
}

function put(picture: MediaId | KeptFile | null): void {
  const document = useWorkbench.getState().editor?.document
  if (document) commit(changePicture(document, picture, newId), { key: 'botSettings.edit.picture' })
}
