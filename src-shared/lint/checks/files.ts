import { CHANNEL_NAMES } from '../../channels/channel.ts'
import { fileFit, kindOfType } from '../../channels/file-fit.ts'
import { BOT_PICTURE, type PictureFault, pictureFault } from '../../document/bot-picture.ts'
import type { MediaRecord } from '../../document/records.ts'
import type { Channel } from '../../document/settings.ts'
import { formatBytes } from '../../kit/format-bytes.ts'
import { botCheck } from '../check.ts'
import type { Issue } from '../issue.ts'

/** Files that are sent and that a bound channel refuses (requirements.md NHN-34), pictures not everyone can see, and one that
 * cannot stand for the bot (NHN-09). */
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
  return [...sent, { ...place, code: 'bot/picture', message: PICTURE_FAULTS[fault] }]
})

const PICTURE_FAULTS: Readonly<Record<PictureFault, string>> = {
  wrongType: 'The picture of the bot is neither PNG, JPEG nor WebP.',
  tooLarge: `The picture of the bot has more than ${formatBytes(BOT_PICTURE.maxSize)}.`,
  tooSmall: `The picture of the bot is smaller than ${BOT_PICTURE.minSide} by ${BOT_PICTURE.minSide} pixels.`,
  notSquare: 'The picture of the bot is not a square. Choose it again to say which part is shown.',
}

function refusalOf(file: MediaRecord, channel: Channel): readonly Issue[] {
  const fit = fileFit(file, channel)
  const place = { severity: 'error', record: file.id, path: ['size'] } as const
  const name = CHANNEL_NAMES[channel]
  if (fit.is === 'tooLarge') {
    const message = `The file “${file.name}” has ${formatBytes(file.size)}, and ${name} takes at most ${formatBytes(fit.max)}.`
    return [{ ...place, code: 'media/too-large', message }]
  }
  if (fit.is === 'wrongType') {
    const message = `The file “${file.name}” is ${file.mime}, which ${name} does not take.`
    return [{ ...place, code: 'media/wrong-type', message }]
  }
  return []
}

function altOf({ id, name, mime, alt }: MediaRecord): readonly Issue[] {
  if (kindOfType(mime) !== 'image' || Object.values(alt).some(text => text.trim() !== '')) return []
  const message = `The picture “${name}” has no words for people who do not see it.`
  return [{ code: 'media/no-alt', severity: 'hint', message, record: id, path: ['alt'] }]
}
