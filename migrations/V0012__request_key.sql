-- The first answer to each Idempotency-Key, given again to whoever repeats it.
create table request_key (
  actor_id     bigint       not null,
  request_key  varchar(255) not null,
  request_hash char(64)     not null,
  answer       text         not null,
  created_at   datetime(6)  not null,
  primary key (actor_id, request_key),
  key ix_request_key_age (created_at)
) default charset = utf8mb4 collate = utf8mb4_bin;
