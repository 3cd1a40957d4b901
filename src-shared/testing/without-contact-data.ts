import type { Happening } from '../runtime/simulation.ts'

const EMAIL = /[\p{L}\p{N}._%+-]+@[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)+/gu
const ADDRESS = /https?:\/\/\S+/giu
/** Digits with what people write between them, as in phone, card, account and tax numbers. */
const NUMBER = /\+?\d(?:[\s().\-/]{0,2}\d)+/gu
const DATE = /^(?:\d{4}[-/.]\d{1,2}[-/.]\d{1,2}|\d{1,2}[-/.]\d{1,2}[-/.](?:\d{4}|\d{2}))$/
/** Of fewer digits are amounts, times, post codes and options. */
const LONG_NUMBER = 7
/** So many digits at the end of a long number become noughts: enough to be nobody's, and still of its country and kind. */
const BLANKED = 6

/**
 * A text without e-mail addresses, web addresses and long numbers, which become others of the same shape, so that a bot
 * takes them as it took the real ones. Names and what else people tell in words cannot be known and stays.
 */
export function withoutContactData(text: string): string {
  return text
    .replace(ADDRESS, 'https://example.com')
    .replace(EMAIL, 'someone@example.com')
    .replace(NUMBER, number => (DATE.test(number) ? number : blanked(number)))
}

function blanked(number: string): string {
  const count = number.match(/\d/g)?.length ?? 0
  if (count < LONG_NUMBER) return number
  let at = 0
  return number.replace(/\d/g, digit => {
    at += 1
    return at > count - BLANKED ? '0' : digit
  })
}

/** What happened without what tells who it was: places are rounded to some ten kilometres, files are named alike. */
export function happeningWithoutContact(happening: Happening): Happening {
  switch (happening.type) {
    case 'message': {
      const { text, option, location, files, unsupported, automated } = happening
      return {
        type: 'message',
        text: withoutContactData(text),
        ...(option === undefined ? {} : { option }),
        ...(location ? { location: roughly(location) } : {}),
        ...(files ? { files: files.map(nameless) } : {}),
        ...(unsupported === undefined ? {} : { unsupported }),
        ...(automated ? { automated } : {}),
      }
    }
    case 'agent':
      return { ...happening, text: withoutContactData(happening.text) }
    case 'proactive': {
      const { opening: _, ...rest } = happening
      return rest.values ? { ...rest, values: valuesWithout(rest.values) } : rest
    }
    case 'event':
      return happening.values ? { ...happening, values: valuesWithout(happening.values) } : happening
    default:
      return happening
  }
}

type Message = Extract<Happening, { type: 'message' }>

function roughly({ latitude, longitude }: NonNullable<Message['location']>) {
  return { latitude: Math.round(latitude * 10) / 10, longitude: Math.round(longitude * 10) / 10 }
}

function nameless({ name: _, url: __, ...file }: NonNullable<Message['files']>[number]) {
  const name = `file.${file.mime.split('/')[1]?.replace(/[^a-z0-9]/gi, '') || 'bin'}`
  return { ...file, name, url: `https://files.example/${name}` }
}

/** JSON is read as text: what is in it anywhere is seen. */
function valuesWithout<Values>(values: Values): Values {
  return JSON.parse(
    JSON.stringify(values, (_, value) => (typeof value === 'string' ? withoutContactData(value) : value)),
  )
}
