import { TEXTS } from '../script.ts'
import type { Peer, RequirePeer } from './peer.ts'

type RiveScript = {
  stream(code: string): boolean
  sortReplies(): void
  reply(user: string, text: string): Promise<string>
  clearUservars(user: string): void
}
type RiveScriptClass = new (options: { utf8: boolean }) => RiveScript

// A topic for each place that waits, an object macro for the formula; a reply of several messages has a line for each.
const SCRIPT = `
! version = 2.0

+ hi
- {topic=menu}${TEXTS.greeting}\\n${TEXTS.menu}

> topic menu
  + 1
  - {topic=quantity}${TEXTS.ask}

  + 2
  - ${TEXTS.hours}\\n${TEXTS.menu}

  + 3
  - {topic=random}${TEXTS.farewell}

  + *
  - ${TEXTS.retry}\\n${TEXTS.menu}
< topic

> topic quantity
  + #
  * <star> < 1 => ${TEXTS.askAgain}
  * <star> > 100 => ${TEXTS.askAgain}
  * <star> >= 10 => {topic=menu}${TEXTS.bulk}\\nThat is <call>total <star></call> euros.\\n${TEXTS.menu}
  - {topic=menu}That is <call>total <star></call> euros.\\n${TEXTS.menu}

  + *
  - ${TEXTS.askAgain}
< topic

> object total javascript
  var quantity = Number(args[0])
  return String(Math.round(quantity * 4.5 * (quantity >= 10 ? 0.9 : 1) * 100) / 100)
< object
`

/** RiveScript 2 (MIT): sessions in its own memory; a conversation that is over is forgotten, as a host would. */
export function rivescriptPeer(load: RequirePeer): Peer {
  const RiveScript = load('rivescript') as RiveScriptClass
  const bot = new RiveScript({ utf8: false })
  bot.stream(SCRIPT)
  bot.sortReplies()
  let conversations = 0
  return {
    name: 'rivescript',
    begin() {
      conversations += 1
      const user = `user-${conversations}`
      return async text => {
        const reply = await bot.reply(user, text)
        if (reply === TEXTS.farewell) bot.clearUservars(user)
        return reply.split('\n')
      }
    },
  }
}
