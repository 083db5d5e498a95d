-- The signed digest of each day: where all chains ended. A day's leaves are the latest row of each branch up to that day, so
-- only what moved since the digest before is stored.
create table ledger_digest (
  day                 date          not null comment 'Asia/Shanghai',
  made_at             datetime(6)   not null,
  digest              varchar(10)   not null comment 'hash function of leaves and root',
  branches            bigint        not null comment 'leaves of the tree',
  root                char(64)      not null,
  previous            char(64)      not null comment 'root of the digest before; zeros for the first',
  signature_algorithm varchar(20)   not null,
  signature           varchar(200)  not null comment 'Base64',
  public_key          varchar(1000) not null comment 'X.509, Base64',
  primary key (day)
) comment = 'append-only', default charset = utf8mb4 collate = utf8mb4_bin;

create table ledger_digest_leaf (
  branch_id   bigint      not null,
  day         date        not null,
  branch_code varchar(40) not null comment 'as it was on that day; part of the leaf',
  sequence    bigint      not null,
  head        char(64)    not null,
  primary key (branch_id, day),
  constraint fk_ledger_digest_leaf foreign key (day) references ledger_digest (day)
) comment = 'append-only', default charset = utf8mb4 collate = utf8mb4_bin;
