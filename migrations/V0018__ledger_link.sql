-- Links by which holders show a year of their books to somebody without an account. The token itself is known to the bearer only.
create table ledger_link (
  id         bigint      not null,
  holder_id  bigint      not null,
  year       int         not null comment 'of service',
  token_hash char(64)    not null comment 'SHA-256 of 128 random bits',
  created_at datetime(6) not null,
  expires_at datetime(6) not null,
  revoked_at datetime(6) null,
  version    int         not null,
  primary key (id),
  unique key uq_ledger_link_token (token_hash),
  key ix_ledger_link_holder (holder_id, created_at),
  constraint fk_ledger_link_holder foreign key (holder_id) references member (id)
) default charset = utf8mb4 collate = utf8mb4_bin;
