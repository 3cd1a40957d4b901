import { inputSchema } from '../src-shared/runtime/input.ts'
import type { Happening } from '../src-shared/runtime/simulation.ts'

/** What one line of a script does. `option` is tapped by its id; the label is found where the conversation runs. */
export type Step =
  | Readonly<{ do: 'happen'; happening: Happening }>
  | Readonly<{ do: 'skip'; ms: number }>
  | Readonly<{ do: 'tap'; option: string }>

/** A step, or what to write instead. */
export type ReadStep = Readonly<{ ok: true; value: Step }> | Wrong
type Wrong = Readonly<{ ok: false; message: string }>
type Values = Pick<Extract<Happening, { type: 'event' }>, 'values'>
type ReadValues = Readonly<{ ok: true; value: Values }> | Wrong

const UNIT_MS = { s: 1000, m: 60_000, h: 3_600_000, d: 86_400_000 } as const
/** A year; a conversation that is waited for longer has been forgotten. */
const MAX_SKIP_MS = 366 * UNIT_MS.d

const COMMANDS: Readonly<Record<string, (rest: string) => ReadStep>> = {
  skip: readSkip,
  event: readEvent,
  referral: ref => happening({ type: 'referral', ref }),
  proactive: readProactive,
  location: readLocation,
  agent: text =>
    text === '' ? wrong('write !agent TEXT.') : happening({ type: 'agent', action: 'message', text }),
  close: rest =>
    rest === '' ? happening({ type: 'agent', action: 'close', text: '' }) : wrong('!close stands alone.'),
  option: option => (/^\S+$/.test(option) ? ok({ do: 'tap', option }) : wrong('write !option ID.')),
}

/**
 * Reads one line of a script: a message of the customer, or a command that begins with `!`. A message that begins with
 * `!` is written with two of them.
 */
export function readScriptLine(line: string): ReadStep {
  if (!line.startsWith('!')) return message(line)
  if (line.startsWith('!!')) return message(line.slice(1))
  const [, name = '', rest = ''] = /^!(\S*)\s*(.*?)\s*$/s.exec(line) ?? []
  const read = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined
  if (read) return read(rest)
  const known = Object.keys(COMMANDS).join(', !')
  return wrong(`there is no !${name}; there are !${known}, and !! for a message with a !.`)
}

function message(text: string): ReadStep {
  return ok({ do: 'happen', happening: { type: 'message', text } })
}

/** The runtime's own schema says what an input may hold, such as names of events and degrees. */
function happening(given: Happening): ReadStep {
  const parsed = inputSchema.safeParse({ ...given, id: 'in' })
  if (parsed.success) return ok({ do: 'happen', happening: given })
  const { path = [], message: problem = '' } = parsed.error.issues[0] ?? {}
  return wrong(`${path.join('.')}: ${problem}`)
}

function readSkip(rest: string): ReadStep {
  const [, amount, unit] = /^(\d+)\s*([smhd])$/.exec(rest) ?? []
  const ms = Number(amount) * UNIT_MS[(unit ?? 's') as keyof typeof UNIT_MS]
  if (unit && ms <= MAX_SKIP_MS) return ok({ do: 'skip', ms })
  return wrong('write !skip with a time of up to 366 days, such as 30s, 15m, 1h or 2d.')
}

function readEvent(rest: string): ReadStep {
  const [, name = '', json = ''] = /^(\S+)\s*(.*)$/s.exec(rest) ?? []
  const values = readValues(json)
  return values.ok ? happening({ type: 'event', name, ...values.value }) : values
}

function readProactive(rest: string): ReadStep {
  const values = readValues(rest)
  return values.ok ? happening({ type: 'proactive', ...values.value }) : values
}

function readValues(json: string): ReadValues {
  if (json === '') return ok({})
  try {
    return ok({ values: JSON.parse(json) })
  } catch {
    return wrong(`${json} is not JSON such as {"ORDER": 12}.`)
  }
}

function readLocation(rest: string): ReadStep {
  const [latitude, longitude] = rest.split(',').map(part => (part.trim() === '' ? Number.NaN : Number(part)))
  if (Number.isFinite(latitude) && Number.isFinite(longitude) && rest.split(',').length === 2)
    return happening({
      type: 'message',
      text: '',
      location: { latitude: latitude as number, longitude: longitude as number },
    })
  return wrong('write !location LATITUDE,LONGITUDE in degrees, such as -12.97,-38.5.')
}

function ok<Value>(value: Value): Readonly<{ ok: true; value: Value }> {
  return { ok: true, value }
}

function wrong(message: string): Wrong {
  return { ok: false, message }
}
