import { DOCUMENT_VERSION } from '../../src-shared/document/migrations.ts'
import { ok } from '../../src-shared/kit/result.ts'
import {
  activateRequestSchema,
  botStatusSchema,
  deactivateRequestSchema,
  engineInfoSchema,
  MAX_REQUEST_BYTES,
  PROTOCOL_VERSION,
  publishRequestSchema,
} from '../../src-shared/publish/protocol.ts'
import type { Engine } from '../engine.ts'
import { ENGINE_VERSION } from '../engine-version.ts'
import { activateBot } from '../publishing/activate-bot.ts'
import { deactivateBot } from '../publishing/deactivate-bot.ts'
import { publishBot } from '../publishing/publish-bot.ts'
import { type Api, addRoute } from './add-route.ts'
import { answerChange, answerFirst, REFUSES_WORK } from './answer-change.ts'
import { botPath, versionPath } from './paths.ts'
import { json } from './route.ts'

/** Publishing, and what becomes of versions (src-shared/publish/protocol.ts). */
export function addPublishRoutes(api: Api, engine: Engine): void {
  const { db } = engine
  const status = { 200: json(botStatusSchema, 'How the bot is now') }
  addRoute(api, {
    method: 'GET',
    path: '/v1/engine',
    summary: 'What this engine is',
    tag: 'engine',
    scope: 'read',
    token: true,
    answers: { 200: json(engineInfoSchema, 'Its name, versions and account') },
    handler: async ({ key }) =>
      ok({
        engine: 'Parley',
        protocol: PROTOCOL_VERSION,
        documentVersion: DOCUMENT_VERSION,
        account: engine.account,
        version: ENGINE_VERSION,
        key,
        scopes: [...(await engine.keys.scopesOf(key))],
      }),
  })
  addRoute(api, {
    method: 'PUT',
    path: '/v1/bots/:bot/versions/:version',
    summary: 'Publish a version',
    tag: 'bots',
    scope: 'publish',
    params: versionPath,
    body: publishRequestSchema,
    bodyLimit: MAX_REQUEST_BYTES,
    answers: status,
    refuses: [
      'engine/problems',
      'engine/version-taken',
      'lifecycle/not-allowed',
      'proactive/external-id-taken',
    ],
    handler: call =>
      answerFirst(engine, call, by => publishBot(db, { ...call.params, request: call.body, ...by })),
  })
  addRoute(api, {
    method: 'POST',
    path: '/v1/bots/:bot/activate',
    summary: 'Put a version to work for everybody',
    tag: 'bots',
    scope: 'activate',
    params: botPath,
    body: activateRequestSchema,
    answers: status,
    refuses: REFUSES_WORK,
    handler: call =>
      answerChange(engine, call, by => activateBot(db, { ...call.params, request: call.body, ...by })),
  })
  addRoute(api, {
    method: 'POST',
    path: '/v1/bots/:bot/deactivate',
    summary: 'Take the active version off work',
    tag: 'bots',
    scope: 'activate',
    params: botPath,
    body: deactivateRequestSchema,
    answers: status,
    refuses: ['bot/not-found', 'lifecycle/not-allowed'],
    handler: call =>
      answerChange(engine, call, by => deactivateBot(db, { ...call.params, request: call.body, ...by })),
  })
}
