-- Which keys this database has been used with: a service holding others refuses to start.
create table key_fingerprint (
  name       varchar(40)  not null,
  digest     char(64)     not null comment 'SHA-256 of the key file, hex',
  created_at datetime(6)  not null,
  primary key (name)
) default charset = utf8mb4 collate = utf8mb4_bin;
