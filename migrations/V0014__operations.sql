-- The nightly check of all books: who holds the row does it, everybody shows what it found.
create table operations_check (
  id              int         not null,
  started_at      datetime(6) null,
  finished_at     datetime(6) null comment 'of the last complete check, which the figures are of',
  branches        bigint      not null,
  entries         bigint      not null,
  broken_branches bigint      not null,
  differences     bigint      not null comment 'holders whose entries do not add up to their standing',
  primary key (id)
) default charset = utf8mb4 collate = utf8mb4_bin;

insert into operations_check (id, branches, entries, broken_branches, differences) values (1, 0, 0, 0, 0);

-- What waits, oldest first, over all organizations: the metrics ask every few seconds.
create index ix_service_record_waiting on service_record (state, waiting_since);
