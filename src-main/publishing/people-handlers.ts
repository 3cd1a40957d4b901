import type { Result } from '../../src-shared/kit/result.ts'
import type { PeopleClient } from '../../src-shared/publish/people-client.ts'
import type { Handlers } from '../ipc/handlers.ts'

type PeopleCall = Extract<keyof Handlers, `people.${string}`>

/** What an engine keeps of people is read and changed there, and nothing of it is kept in the library. */
export function peopleHandlers(
  clientFor: (engine: string) => Promise<Result<PeopleClient>>,
): Pick<Handlers, PeopleCall> {
  const at = async <T>(
    engine: string,
    ask: (people: PeopleClient) => Promise<Result<T>>,
  ): Promise<Result<T>> => {
    const client = await clientFor(engine)
    return client.ok ? ask(client.value) : client
  }
  return {
    'people.find': ({ engine, ...wanted }) => at(engine, people => people.find(wanted)),
    'people.person': ({ engine, contact }) => at(engine, people => people.person(contact)),
    'people.export': ({ engine, contact, format, language }) =>
      at(engine, people => people.export(contact, format, language)),
    'people.standings': ({ engine }) => at(engine, people => people.standings()),
    'people.rectify': ({ engine, rectify }) => at(engine, people => people.rectify(rectify)),
    'people.restrict': ({ engine, contact, reason }) =>
      at(engine, people => people.restrict({ contact, reason })),
    'people.lift': ({ engine, contact, reason }) => at(engine, people => people.lift({ contact, reason })),
    'people.hold': ({ engine, contact, reason }) => at(engine, people => people.hold({ contact, reason })),
    'people.release': ({ engine, contact, reason }) =>
      at(engine, people => people.release({ contact, reason })),
    'people.erase': ({ engine, contact, reason }) => at(engine, people => people.erase({ contact, reason })),
    'people.retention': ({ engine }) => at(engine, people => people.retention()),
    'people.changeRetention': ({ engine, change }) => at(engine, people => people.changeRetention(change)),
  }
}
