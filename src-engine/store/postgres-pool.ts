import pg from 'pg'

/** Connections that may break at any time: whoever uses one is told by its query, and another one is made. */
export function postgresPool(settings: pg.PoolConfig & Readonly<{ pipeline?: boolean }>): pg.Pool {
  const pool = new pg.Pool(settings)
  pool.on('error', () => {})
  pool.on('connect', client => void client.on('error', () => {}))
  return pool
}
