import fastify from 'fastify'
import pg from 'pg'

/**
 * The limits: Fastify that echoes a JSON body with schemas for both ways, and the same with one upsert on PostgreSQL
 * when DATABASE_URL is there.
 */
const body = {
  type: 'object',
  properties: { contact: { type: 'string' }, text: { type: 'string' } },
} as const
type Body = { contact: string; text: string }

const { DATABASE_URL } = process.env
const pool = DATABASE_URL ? new pg.Pool({ connectionString: DATABASE_URL, max: 10 }) : null
await pool?.query('create table if not exists session (contact text primary key, state text not null)')
const UPSERT = {
  name: 'upsert',
  text: `insert into session (contact, state) values ($1, $2)
         on conflict (contact) do update set state = excluded.state`,
}

const app = fastify()
app.post<{ Body: Body }>('/', { schema: { body, response: { 200: body } } }, async ({ body: said }) => {
  await pool?.query({ ...UPSERT, values: [said.contact, said.text] })
  return said
})
console.log(`listens on ${await app.listen({ port: 0, host: '127.0.0.1' })}`)
