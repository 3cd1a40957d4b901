import { Readable } from 'node:stream'
import { addRoute } from '../http/add-route.ts'
import { bytes } from '../http/route.ts'
import type { MakePart } from '../part.ts'
import { backupOf } from './write-backup.ts'

export const BACKUP_PATH = '/v1/backup'
export const BACKUP_TYPE = 'application/vnd.parley.backup'

/** A backup of the running engine, to be taken by who has a key for it (requirements.md NHN-147). */
export const backupPart: MakePart = engine => ({
  addRoutes(api) {
    addRoute(api, {
      method: 'GET',
      path: BACKUP_PATH,
      summary: 'All that the engine keeps, sealed',
      tag: 'engine',
      scope: 'admin',
      answers: { 200: bytes('A backup, for `npm run engine -- restore`', BACKUP_TYPE) },
      handler: async ({ reply }) => reply.type(BACKUP_TYPE).send(Readable.from(backupOf(engine))),
    })
  },
})
