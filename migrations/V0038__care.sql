-- What takes a second look before it counts, and who signed first.
alter table service_record
  add column long_day tinyint(1) not null default 0 comment 'more than eight hours that day: one level up confirms too',
  add column signed_by bigint null comment 'first of two who confirm',
  add column signed_as varchar(30) null,
  add column signed_at datetime(6) null;
