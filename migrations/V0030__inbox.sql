-- What people were told. Kind and arguments only: the sentence is made when somebody reads it, in his language. No foreign key
-- to member: a decision about many people would have to lock them all once more, and nobody is ever deleted.
create table inbox_message (
  id        bigint        not null,
  member_id bigint        not null,
  message   varchar(100)  not null comment 'bundle:key of the sentence',
  arguments varchar(2000) not null comment 'JSON array',
  path      varchar(200)  not null comment 'where the reader finds more',
  once_key  varchar(120)  not null comment 'nobody is told the same twice',
  told_at   datetime(6)   not null,
  read_at   datetime(6)   null,
  primary key (id),
  unique key uq_inbox_message (member_id, once_key),
  key ix_inbox_message_unread (member_id, read_at),
  key ix_inbox_message_age (told_at)
) default charset = utf8mb4 collate = utf8mb4_bin;
