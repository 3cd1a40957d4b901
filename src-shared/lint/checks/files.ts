import { fileFit, kindOfType } from '../../channels/file-fit.ts'
import { BOT_PICTURE, type PictureFault, pictureFault } from '../../document/bot-picture.ts'
import type { MediaRecord } from '../../document/records.ts'
import type { Channel } from '../../document/settings.ts'
import { formatBytes } from '../../kit/format-bytes.ts'
import { unsaid } from '../../kit/say.ts'
import { botCheck } from '../check.ts'
import type { Finding } from '../issue.ts'

/**
 * Files that are sent and that a bound channel refuses (requirements.md NHN-34), pictures not everyone can see, and one that
 * cannot stand for the bot (NHN-09).
 */
export const checkFiles = botCheck(['bot', 'files', 'usedFiles'], ({ bot, files, usedFiles }) => {
  const used = new Set(usedFiles)
  const channels = bot.settings?.channels ?? []
  const sent = files
    .filter(({ id }) => used.has(id))
    .flatMap(file => [...channels.flatMap(channel => refusalOf(file, channel)), ...altOf(file)])
  const picture = files.find(({ id }) => id === bot.picture)
  const fault = picture ? pictureFault(picture) : null
  if (fault === null) return sent
  const place = { severity: 'warning', record: bot.id, path: ['picture'] } as const
  return [...sent, { ...place, code: 'bot/picture', ...pictureWords(fault) }]
})

function pictureWords(fault: PictureFault) {
  const { minSide, maxSize } = BOT_PICTURE
  return unsaid('bot/picture', { fault, side: minSide, size: formatBytes(maxSize) })
}

function refusalOf(file: MediaRecord, channel: Channel): readonly Finding[] {
  const fit = fileFit(file, channel)
  const place = { severity: 'error', record: file.id, path: ['size'] } as const
  if (fit.is === 'tooLarge') {
    const sizes = { size: formatBytes(file.size), max: formatBytes(fit.max) }
    const words = unsaid('media/too-large', { name: file.name, channel, ...sizes })
    return [{ ...place, code: 'media/too-large', ...words }]
  }
  if (fit.is === 'wrongType') {
    const words = unsaid('media/wrong-type', { name: file.name, mime: file.mime, channel })
    return [{ ...place, code: 'media/wrong-type', ...words }]
  }
  return []
}

function altOf({ id, name, mime, alt }: MediaRecord): readonly Finding[] {
  if (kindOfType(mime) !== 'image' || Object.values(alt).some(text => text.trim() !== '')) return []
  return [
    {
      code: 'media/no-alt',
      severity: 'hint',
      ...unsaid('media/no-alt', { name }),
      record: id,
      path: ['alt'],
    },
  ]
}
