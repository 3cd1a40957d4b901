import { z } from 'zod'
import { ok } from '../../src-shared/kit/result.ts'
import type { Engine } from '../engine.ts'
import { type Api, addRoute } from './add-route.ts'
import { type OpenApi, openApiOf } from './openapi.ts'
import { json } from './route.ts'

/** The document of all routes, for everybody who writes a client or another engine. */
export function addOpenApiRoute(api: Api, { publicUrl }: Engine): void {
  let made: OpenApi | null = null
  addRoute(api, {
    method: 'GET',
    path: '/v1/openapi.json',
    summary: 'This document',
    tag: 'engine',
    scope: null,
    answers: { 200: json(z.looseObject({ openapi: z.string() }), 'OpenAPI 3.1') },
    // Made when it is first asked for: by then all routes are there, and it is known where the engine is reached.
    handler: async () => {
      made ??= openApiOf(api.routes, publicUrl())
      return ok(made)
    },
  })
}
