-- What takes a second look before it counts, and who signed first.
alter table service_record
  add column long_day tinyint(1) not null default 0 comment 'more than eight hours that day: one level up confirms too',
  add column lateness varchar(10) not null default 'IN_TIME' comment 'how long after its end it was entered',
  add column late_reason varchar(500) null,
  add column signed_by bigint null comment 'first of two who confirm',
  add column signed_as varchar(30) null,
  add column signed_at datetime(6) null;
