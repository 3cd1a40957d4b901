/** A message more than this after the one before begins a new session (requirements.md D-05). Milliseconds. */
export const SESSION_GAP_MS = 1_800_000

/** More incoming messages than this in a calendar month make an engaged user (requirements.md D-08). */
export const ENGAGED_ABOVE = 15

/**
 * The tables the metrics are counted from, and the views that say what counts: nothing of tests, nothing a channel did
 * not accept, a person once however many ids they have (requirements.md D-07). Periods are given as epoch ms.
 */
export const ANALYTICS_TABLES = `
  create table if not exists fact_contact (
    id text primary key,
    merged_into text references fact_contact (id),
    created_at integer not null
  );
  create table if not exists fact_message (
    id text not null,
    logical_id text not null,
    bot text not null,
    contact text not null references fact_contact (id),
    channel text not null,
    direction text not null check (direction in ('in', 'out')),
    kind text not null check (kind in ('session', 'notification')),
    author text not null check (author in ('user', 'bot', 'agent', 'system')),
    accepted integer not null default 1,
    is_test integer not null default 0,
    at integer not null,
    primary key (bot, contact, id)
  );
  create index if not exists fact_message_at on fact_message (bot, contact, at);

  create view if not exists person as select id, created_at from fact_contact where merged_into is null;
  create view if not exists counted as
    select m.*, coalesce(c.merged_into, c.id) as person
    from fact_message m join fact_contact c on c.id = m.contact
    where m.is_test = 0 and (m.direction = 'in' or m.accepted = 1);
  create view if not exists session as
    with steps as (
      select bot, person, direction, at, id,
        at - lag(at) over (partition by bot, person order by at, id) as gap
      from counted
    ), numbered as (
      select *, sum(gap is null or gap > ${SESSION_GAP_MS})
        over (partition by bot, person order by at, id rows unbounded preceding) as number
      from steps
    )
    select bot, person, number, min(at) as started_at, max(at) as last_at, max(at) + ${SESSION_GAP_MS} as closed_at,
      max(at) - min(at) as duration_ms, sum(direction = 'in') as incoming, sum(direction = 'out') as outgoing
    from numbered group by bot, person, number;
`

/** A period of UTC time: from `from` on, before `until`; epoch ms. */
const IN_PERIOD = 'at >= :from and at < :until'
const STARTED_IN_PERIOD = 'started_at >= :from and started_at < :until'
const INCOMING = `select count(*) from counted where direction = 'in' and ${IN_PERIOD}`
const ACTIVE = `select count(distinct person) from counted where direction = 'in' and ${IN_PERIOD}`
const SESSIONS = `select count(*) from session where ${STARTED_IN_PERIOD}`

/**
 * Every metric as one number over a period (requirements.md part 3, NHN-122); a session belongs to the period of its
 * first message (D-06), and what there is nothing to divide by is null.
 */
export const METRICS = {
  users: 'select count(*) from person',
  activeUsers: ACTIVE,
  engagedUsers: `select count(*) from (
    select person from counted where direction = 'in' and ${IN_PERIOD} group by person having count(*) > ${ENGAGED_ABOVE}
  )`,
  newUsers: 'select count(*) from person where created_at >= :from and created_at < :until',
  sessions: SESSIONS,
  outgoing: `select count(distinct logical_id || '/' || person) from counted where direction = 'out' and ${IN_PERIOD}`,
  incoming: INCOMING,
  sessionsPerUser: `select 1.0 * (${SESSIONS}) / nullif((${ACTIVE}), 0)`,
  sessionSeconds: `select 1.0 * sum(duration_ms) / nullif(count(*), 0) / 1000 from session where ${STARTED_IN_PERIOD}`,
  messagesPerSession: `select 1.0 * (${INCOMING}) / nullif((${SESSIONS}), 0)`,
} as const

export type MetricName = keyof typeof METRICS
