import { botStatusSchema } from '../../src-shared/publish/protocol.ts'
import {
  promoteRequestSchema,
  rollBackRequestSchema,
  stageRequestSchema,
} from '../../src-shared/publish/stage-protocol.ts'
import type { Engine } from '../engine.ts'
import { promoteToLive, promoteToTest } from '../publishing/promote-bot.ts'
import { rollBack } from '../publishing/roll-back.ts'
import { stageBot } from '../publishing/stage-bot.ts'
import { type Api, addRoute } from './add-route.ts'
import { answerChange, REFUSES_WORK } from './answer-change.ts'
import { botPath } from './paths.ts'
import { json } from './route.ts'

/** From draft over test to live, for some or for everybody (src-shared/publish/stage-protocol.ts). */
export function addStageRoutes(api: Api, engine: Engine): void {
  const { db } = engine
  const of = {
    tag: 'bots',
    params: botPath,
    answers: { 200: json(botStatusSchema, 'How the bot is now') },
    refuses: REFUSES_WORK,
  } as const
  addRoute(api, {
    ...of,
    method: 'POST',
    path: '/v1/bots/:bot/stage',
    summary: 'Let a percentage of new conversations meet a version',
    scope: 'activate',
    body: stageRequestSchema,
    handler: call =>
      answerChange(engine, call, by => stageBot(db, { ...call.params, request: call.body, ...by })),
  })
  addRoute(api, {
    ...of,
    method: 'POST',
    path: '/v1/bots/:bot/roll-back',
    summary: 'Take a staged version back',
    scope: 'activate',
    body: rollBackRequestSchema,
    handler: call =>
      answerChange(engine, call, by => rollBack(db, { ...call.params, request: call.body, ...by })),
  })
  addRoute(api, {
    ...of,
    method: 'PUT',
    path: '/v1/bots/:bot/environments/test',
    summary: 'Put the version in draft to test',
    scope: 'publish',
    body: promoteRequestSchema,
    handler: call =>
      answerChange(engine, call, by => promoteToTest(db, { ...call.params, request: call.body, ...by })),
  })
  addRoute(api, {
    ...of,
    method: 'PUT',
    path: '/v1/bots/:bot/environments/live',
    summary: 'Activate the version in test',
    scope: 'activate',
    body: promoteRequestSchema,
    handler: call =>
      answerChange(engine, call, by => promoteToLive(db, { ...call.params, request: call.body, ...by })),
  })
}
