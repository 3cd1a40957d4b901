import { inBoth, type Migration } from '../migration.ts'

/**
 * What is to be handed to another system, and what became of it: the outbox. `queue` keeps an order, `target` is the
 * channel or integration it goes to, `answer` what that called it. Payloads are kept for the event log.
 */
export const deliveries: Migration = inBoth(`
  create table delivery (
    seq integer primary key autoincrement,
    id text not null unique,
    kind text not null,
    queue text not null,
    target text not null,
    bot text not null,
    contact text not null,
    payload text not null,
    -- waiting, held (until its target works again), done or dead.
    state text not null,
    attempts integer not null,
    due_at integer not null,
    error text,
    answer text,
    at integer not null,
    done_at integer
  );
  create index delivery_head on delivery (queue, seq) where state = 'waiting';
  create index delivery_due on delivery (due_at) where state = 'waiting';
  create index delivery_target on delivery (target, seq);
  create index delivery_answer on delivery (target, answer) where answer is not null;
  create index delivery_contact on delivery (bot, contact);
`)
