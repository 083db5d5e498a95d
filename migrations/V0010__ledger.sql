-- The books. Entries are added and never changed; the row of a branch carries the head of its chain and serializes posting.
create table ledger_branch (
  branch_id bigint   not null,
  sequence  bigint   not null comment 'of the last entry',
  head      char(64) not null comment 'hash of the last entry; zeros before the first',
  open_from char(7)  not null comment 'earliest quarter that can still be booked in',
  primary key (branch_id),
  constraint fk_ledger_branch foreign key (branch_id) references organization (id)
) default charset = utf8mb4 collate = utf8mb4_bin;

create table ledger_entry (
  id              bigint        not null,
  branch_id       bigint        not null comment 'the holder''s on served_on',
  sequence        bigint        not null comment 'in the branch, without gaps',
  book            varchar(20)   not null,
  holder_id       bigint        not null,
  community_id    bigint        null comment 'where it happened',
  period          char(7)       not null comment 'quarter it is booked in',
  served_on       date          not null comment 'business date, Asia/Shanghai',
  amount          bigint        not null comment 'minutes, or hundredths of a point; signed',
  kind            varchar(20)   not null,
  rule_item       varchar(20)   not null,
  rule_version    int           not null,
  parameters      varchar(1000) not null comment 'canonical JSON: what led to the amount',
  source_type     varchar(30)   not null,
  source_id       varchar(64)   not null,
  source_revision int           not null,
  reverses        bigint        null,
  posted_at       datetime(6)   not null,
  posted_by       bigint        not null,
  format          int           not null comment 'of the hashed text',
  digest          varchar(10)   not null,
  nonce           char(32)      not null,
  previous_hash   char(64)      not null,
  hash            char(64)      not null,
  primary key (id),
  unique key uq_ledger_entry_deed (book, source_type, source_id, source_revision, kind, rule_item, served_on),
  unique key uq_ledger_entry_sequence (branch_id, sequence),
  unique key uq_ledger_entry_reverses (reverses),
  key ix_ledger_entry_holder (holder_id, served_on),
  key ix_ledger_entry_source (source_type, source_id),
  constraint fk_ledger_entry_branch foreign key (branch_id) references ledger_branch (branch_id),
  constraint fk_ledger_entry_reverses foreign key (reverses) references ledger_entry (id)
) comment = 'append-only', default charset = utf8mb4 collate = utf8mb4_bin;

-- Sum of a holder's entries in a quarter, added to in place by the posting transaction.
create table standing (
  holder_id bigint      not null,
  book      varchar(20) not null,
  period    char(7)     not null,
  branch_id bigint      not null,
  amount    bigint      not null,
  primary key (holder_id, book, period, branch_id),
  key ix_standing_board (book, period, branch_id, amount)
) default charset = utf8mb4 collate = utf8mb4_bin;
