-- Who did or read what, for whom, with which outcome. Kept at least six months (网络安全法), added to and never changed.
create table audit_entry (
  id           bigint        not null,
  at           datetime(6)   not null,
  actor_id     bigint        null comment 'member; null for the system and for visitors',
  on_behalf_of bigint        null,
  action       varchar(60)   not null,
  subject_type varchar(40)   not null,
  subject_id   varchar(64)   not null,
  outcome      varchar(20)   not null,
  detail       varchar(1000) not null comment 'structured facts, never names or free text',
  primary key (id),
  key ix_audit_entry_subject (subject_type, subject_id, id),
  key ix_audit_entry_actor (actor_id, id)
) comment = 'append-only', default charset = utf8mb4 collate = utf8mb4_bin;
