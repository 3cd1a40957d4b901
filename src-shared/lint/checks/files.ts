import { fileFit, kindOfType } from '../../channels/file-fit.ts'
import type { MediaRecord } from '../../document/records.ts'
import type { Channel } from '../../document/settings.ts'
import { formatBytes } from '../../kit/format-bytes.ts'
import { say } from '../../kit/say.ts'
import { botCheck } from '../check.ts'
import type { Issue } from '../issue.ts'

/** Files that are sent and that a bound channel refuses (requirements.md NHN-34), and pictures not everyone can see. */
export const checkFiles = botCheck(['bot', 'files', 'usedFiles'], ({ bot, files, usedFiles }) => {
  const used = new Set(usedFiles)
  const channels = bot.settings?.channels ?? []
  return files
    .filter(({ id }) => used.has(id))
    .flatMap(file => [...channels.flatMap(channel => refusalOf(file, channel)), ...altOf(file)])
})

function refusalOf(file: MediaRecord, channel: Channel): readonly Issue[] {
  const fit = fileFit(file, channel)
  const place = { severity: 'error', record: file.id, path: ['size'] } as const
  if (fit.is === 'tooLarge') {
    const sizes = { size: formatBytes(file.size), max: formatBytes(fit.max) }
    const words = say('media/too-large', { name: file.name, channel, ...sizes })
    return [{ ...place, code: 'media/too-large', ...words }]
  }
  if (fit.is === 'wrongType') {
    const words = say('media/wrong-type', { name: file.name, mime: file.mime, channel })
    return [{ ...place, code: 'media/wrong-type', ...words }]
  }
  return []
}

function altOf({ id, name, mime, alt }: MediaRecord): readonly Issue[] {
  if (kindOfType(mime) !== 'image' || Object.values(alt).some(text => text.trim() !== '')) return []
  return [
    { code: 'media/no-alt', severity: 'hint', ...say('media/no-alt', { name }), record: id, path: ['alt'] },
  ]
}
