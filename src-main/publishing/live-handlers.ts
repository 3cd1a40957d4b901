import type { Result } from '../../src-shared/kit/result.ts'
import type { LiveClient } from '../../src-shared/publish/live-client.ts'
import type { Handlers } from '../ipc/handlers.ts'
import { integrationHandlers } from './integration-handlers.ts'

type LiveCall = Extract<keyof Handlers, `live.${string}`>

/** What the window asks of a running engine goes straight there: nothing of it is kept in the library. */
export function liveHandlers(
  clientFor: (engine: string) => Promise<Result<LiveClient>>,
): Pick<Handlers, LiveCall> {
  const at = async <T>(
    engine: string,
    ask: (client: LiveClient) => Promise<Result<T>>,
  ): Promise<Result<T>> => {
    const client = await clientFor(engine)
    return client.ok ? ask(client.value) : client
  }
  return {
    ...integrationHandlers(at),
    'live.channels': ({ engine, bot }) => at(engine, live => live.channels(bot)),
    'live.addChannel': ({ engine, channel }) => at(engine, live => live.addChannel(channel)),
    'live.changeChannel': ({ engine, channel, change }) =>
      at(engine, live => live.changeChannel(channel, change)),
    'live.verifyChannel': ({ engine, channel }) => at(engine, live => live.verifyChannel(channel)),
    'live.deactivateChannel': ({ engine, channel, reason }) =>
      at(engine, live => live.deactivateChannel(channel, reason)),
    'live.removeChannel': ({ engine, channel }) => at(engine, live => live.removeChannel(channel)),
    'live.events': ({ engine, channel, before }) => at(engine, live => live.events(channel, before)),
    'live.replay': ({ engine, channel, deliveries }) => at(engine, live => live.replay(channel, deliveries)),
    'live.history': ({ engine, bot }) => at(engine, live => live.history(bot)),
    'live.conversations': ({ engine, bot, before }) => at(engine, live => live.conversations(bot, before)),
    'live.transcript': ({ engine, bot, contact, after }) =>
      at(engine, live => live.transcript(bot, contact, after)),
  }
}
