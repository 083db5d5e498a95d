-- What leaves the house: mails and robots. Written in the transaction of what it tells, sent afterwards by whichever replica
-- claims it. While a row is claimed, due_at is the end of the lease.
create table outbox (
  id           bigint        not null,
  channel      varchar(10)   not null,
  recipient_id bigint        not null comment 'a member for MAIL, an organization for ROBOT',
  message      varchar(100)  not null comment 'bundle:key of the sentence',
  arguments    varchar(2000) not null comment 'JSON array',
  path         varchar(200)  not null,
  once_key     varchar(120)  not null,
  state        varchar(10)   not null,
  attempts     int           not null,
  due_at       datetime(6)   not null,
  created_at   datetime(6)   not null,
  ended_at     datetime(6)   null comment 'sent, given up or dropped',
  failure      varchar(20)   null comment 'why the last attempt failed',
  version      int           not null,
  primary key (id),
  unique key uq_outbox (channel, recipient_id, once_key),
  key ix_outbox_due (state, channel, due_at),
  key ix_outbox_ended (state, ended_at)
) default charset = utf8mb4 collate = utf8mb4_bin;
