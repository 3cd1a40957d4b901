import { parseDocumentText } from '../../src-shared/blocks/parse-document.ts'
import type { BotDocument } from '../../src-shared/document/bot-document.ts'
import type { BotId } from '../../src-shared/document/ids.ts'
import { fault, type Result } from '../../src-shared/kit/result.ts'
import { lint } from '../../src-shared/lint/lint.ts'
import { type Bundle, checkBundle } from '../../src-shared/publish/bundle.ts'

/**
 * Checks a bundle with the very code of the designer (requirements.md KAL-12): its hash, every record, that they hold
 * together, and that the checks find no error. Problems come all at once, each pointing to its record.
 */
export function acceptBundle(bot: BotId, bundle: Bundle): Result<BotDocument> {
  const whole = checkBundle(bundle)
  if (!whole.ok) return whole
  const document = parseDocumentText(bundle.text)
  if (!document.ok) return document
  const { id } = document.value.bot
  if (id !== bot)
    return fault('engine/problems', `It holds ${id} and was sent for ${bot}.`, [
      { code: 'request/invalid', message: 'Another bot.', pointer: id },
    ])
  const errors = lint(document.value).filter(({ severity }) => severity === 'error')
  if (errors.length === 0) return document
  const problems = errors.map(({ code, message, record }) => ({ code, message, pointer: record }))
  const more = problems.length > 1 ? ` (and ${problems.length - 1} more)` : ''
  return fault('engine/problems', `${problems[0]?.message}${more}`, problems)
}
