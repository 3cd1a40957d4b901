import { inBoth, type Migration } from '../migration.ts'

/** What waits is looked up by its conversation: several processes may work on one database, each on some of them. */
export const pendingByConversation: Migration = inBoth(`
  alter table pending rename to pending_before;
  create table pending (
    seq integer primary key references inbound (seq),
    bot text not null,
    contact text not null
  );
  insert into pending (seq, bot, contact)
    select p.seq, i.bot, i.contact from pending_before p join inbound i on i.seq = p.seq;
  drop table pending_before;
  create index pending_conversation on pending (bot, contact, seq);
`)
