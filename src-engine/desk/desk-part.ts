import type { MakePart } from '../part.ts'
import { DeskNews } from './desk-news.ts'
import { addDeskRoutes } from './desk-routes.ts'
import { followTurns } from './follow-turns.ts'
import { addPageRoutes } from './page-routes.ts'
import { addSessionRoutes } from './session-routes.ts'
import { addSetupRoutes } from './setup-routes.ts'

/** The engine's own agent desk, used where no other is set up (docs/desk.md). */
export const deskPart: MakePart = engine => {
  if (engine.effects.desk !== null) return {}
  const news = new DeskNews(engine)
  return {
    addRoutes(api) {
      const host = { api, engine, news }
      addPageRoutes(api)
      addSessionRoutes(host)
      addDeskRoutes(host)
      addSetupRoutes(host)
    },
    async inTurns(tx, done) {
      if (await followTurns(tx, done)) tx.onCommit(() => news.poke())
    },
    close: () => news.close(),
  }
}
