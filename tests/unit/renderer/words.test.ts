import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { RULE_FUNCTIONS, RULE_OPERATORS } from '../../../src-renderer/blocks/condition-rules.ts'
import { commandNamed } from '../../../src-renderer/commands/commands.ts'
import { COMPARISONS, CONDITIONS_ON } from '../../../src-renderer/integrations/condition-draft.ts'
import { RULE_PROBLEMS } from '../../../src-renderer/integrations/service-draft.ts'
import { BEGINNINGS } from '../../../src-renderer/library/new-bot/beginnings.ts'
import { SERVICE_GROUPS } from '../../../src-renderer/library/new-bot/service-groups.ts'
import { JOB_PHASES } from '../../../src-renderer/versions/job-phase.ts'
import { en } from '../../../src-renderer/words/en.ts'
import { ANSWER_TYPES } from '../../../src-shared/blocks/answer-types.ts'
import { DELAY_UNITS } from '../../../src-shared/blocks/delay.ts'
import { HANDOVER_REASONS } from '../../../src-shared/blocks/effect.ts'
import { END_MODES } from '../../../src-shared/blocks/end.ts'
import { ENTRY_TRIGGERS } from '../../../src-shared/blocks/entry.ts'
import { KINDS } from '../../../src-shared/blocks/kinds.ts'
import { LANGUAGE_MODES } from '../../../src-shared/blocks/language.ts'
import type { Conflict } from '../../../src-shared/compare/conflict.ts'
import { BOT_TYPES } from '../../../src-shared/document/bot-type.ts'
import { PREDEFINED_VARIABLES } from '../../../src-shared/document/predefined-variables.ts'
import { MATCH_MODES } from '../../../src-shared/document/records.ts'
import { CHANNELS } from '../../../src-shared/document/settings.ts'
import type { FailureCode } from '../../../src-shared/integrations/attempts.ts'
import { ENDPOINT_MOODS } from '../../../src-shared/integrations/played-endpoint.ts'
import { RULE_ACTIONS, RULE_EVENTS } from '../../../src-shared/integrations/service.ts'
import { contract, JOB_ACTIONS } from '../../../src-shared/ipc/contract.ts'
import { VALUE_TYPES } from '../../../src-shared/kit/value.ts'
import { VERSION_STATES } from '../../../src-shared/lifecycle/lifecycle.ts'
import { MEDIA_KINDS } from '../../../src-shared/message/message.ts'
import { PLATFORMS } from '../../../src-shared/publish/integration-protocol.ts'
import { DEFAULT_LIMITS } from '../../../src-shared/runtime/limits.ts'
import { RULES_IN_ORDER } from '../../../src-shared/runtime/take-message.ts'
import { PLACE_KINDS } from '../../../src-shared/search/search-places.ts'
import { INDUSTRIES } from '../../../src-shared/starters/starters.ts'

const ROOM = new URL('../../../src-renderer/', import.meta.url)
const AREAS = Object.keys(en).join('|')
const LITERAL = new RegExp(`['"]((?:${AREAS})(?:\\.\\w+)+)['"]`, 'g')

function wordAt(key: string): unknown {
  return key.split('.').reduce<unknown>((at, step) => (at as Record<string, unknown> | undefined)?.[step], en)
}

function hasWord(key: string): boolean {
  return (
    typeof wordAt(key) === 'string' ||
    (typeof wordAt(`${key}_one`) === 'string' && typeof wordAt(`${key}_other`) === 'string')
  )
}

const CONFLICTS = ['value', 'order', 'removed', 'record', 'name', 'unfit'] satisfies Conflict['is'][]

const FAILURES = ['TIMEOUT', 'UNREACHABLE', 'STATUS', 'TOKEN_MISMATCH', 'GONE'] satisfies FailureCode[]

const ROOMS = [
  'canvas',
  'commands',
  'compare',
  'engines',
  'export',
  'find',
  'history',
  'library',
  'live',
  'shell',
  'blocks',
  'inspector',
  'integrations',
  'knowledge',
  'media',
  'people',
  'merge',
  'panels',
  'preview',
  'simulator',
  'steps',
  'testing',
  'texts',
  'versions',
]

describe('words of the inspector, the forms, the panels, the simulator and the dialogs', () => {
  const files = ROOMS.flatMap(room =>
    readdirSync(new URL(`${room}/`, ROOM), { recursive: true, encoding: 'utf8' }).map(
      file => `${room}/${file}`,
    ),
  )
  for (const file of files.filter(name => /\.tsx?$/.test(name)))
    test(`${file} asks only for words that are there`, () => {
      const source = readFileSync(new URL(file, ROOM), 'utf8')
      const asked = [...source.matchAll(LITERAL)].map(([, key = '']) => key)
      expect(asked.filter(key => !(key in contract) && !commandNamed(key) && !hasWord(key))).toEqual([])
    })

  const made = [
    ...KINDS.flatMap(({ name }) => [`blocks.kind.${name}.name`, `blocks.kind.${name}.help`]),
    ...ENTRY_TRIGGERS.flatMap(trigger => [
      `blocks.entry.triggers.${trigger}`,
      `blocks.entry.help.${trigger}`,
      `steps.begins.${trigger}`,
    ]),
    ...DELAY_UNITS.map(unit => `blocks.delay.units.${unit}`),
    ...HANDOVER_REASONS.map(reason => `blocks.handover.reasons.${reason}`),
    ...LANGUAGE_MODES.flatMap(mode => [`blocks.language.modes.${mode}`, `blocks.language.help.${mode}`]),
    ...RULE_OPERATORS.map(operator => `blocks.condition.operators.${operator}`),
    ...RULE_FUNCTIONS.map(name => `blocks.condition.functions.${name}`),
    ...PLACE_KINDS.map(kind => `find.kind.${kind}`),
    ...CHANNELS.map(channel => `blocks.condition.channels.${channel}`),
    ...CHANNELS.map(channel => `simulator.setup.channels.${channel}`),
    ...MEDIA_KINDS.map(kind => `simulator.part.media.${kind}`),
    ...END_MODES.flatMap(mode => [`blocks.end.modes.${mode}`, `blocks.end.help.${mode}`]),
    ...ANSWER_TYPES.flatMap(type => [
      `blocks.question.answers.${type}`,
      `blocks.question.answerHint.${type}`,
    ]),
    ...MATCH_MODES.flatMap(mode => [`keywords.matches.${mode}`, `keywords.short.${mode}`]),
    ...VALUE_TYPES.flatMap(type => [`variables.type.${type}`, `variables.initialHint.${type}`]),
    ...PREDEFINED_VARIABLES.map(({ name }) => `variables.predefined.${name}`),
    ...RULES_IN_ORDER.map(rule => `simulator.why.rule.${rule}`),
    ...Object.keys(DEFAULT_LIMITS).map(limit => `simulator.event.limit.${limit}`),
    ...PLATFORMS.map(platform => `integrations.platform.${platform}`),
    ...RULE_EVENTS.map(event => `integrations.event.${event}`),
    ...RULE_ACTIONS.flatMap(action => [
      `integrations.rule.actions.${action}`,
      `integrations.rule.to.${action}`,
    ]),
    ...RULE_PROBLEMS.map(problem => `integrations.rule.problem.${problem}`),
    ...CONDITIONS_ON.map(on => `integrations.condition.ons.${on}`),
    ...COMPARISONS.map(is => `integrations.condition.comparison.${is}`),
    ...ENDPOINT_MOODS.map(mood => `integrations.trial.moods.${mood}`),
    ...FAILURES.flatMap(code => [`integrations.outcome.${code}`, `integrations.step.missed.${code}`]),
    ...CONFLICTS.map(is => `compare.merge.is.${is}`),
    ...VERSION_STATES.map(state => `versions.state.${state}`),
    ...BOT_TYPES.flatMap(type => [`library.type.${type}`, `library.typeHelp.${type}`]),
    ...BEGINNINGS.flatMap(({ group, items }) => [
      `newBot.group.${group}`,
      ...items.flatMap(id => [`newBot.beginning.${id}.name`, `newBot.beginning.${id}.about`]),
    ]),
    ...SERVICE_GROUPS.map(({ name }) => `newBot.serviceGroup.${name}`),
    ...INDUSTRIES.map(industry => `newBot.industry.${industry}`),
    ...JOB_ACTIONS.flatMap(action => JOB_PHASES.map(phase => `versions.job.${action}.${phase}`)),
  ]
  for (const key of made) test(`${key} is there`, () => expect(hasWord(key)).toBe(true))

  for (const kind of KINDS)
    test(`every port of ${kind.name} that the interface names has a name`, () => {
      const data = kind.defaults({ locale: 'en', newId: () => 'n1' })
      const ports = (kind.ports as (data: unknown) => readonly { id: string; role: string }[])(data)
      const named = ports.filter(({ role }) => role !== 'option').map(({ id }) => `blocks.port.${id}`)
      expect(named.filter(key => !hasWord(key))).toEqual([])
    })
})
