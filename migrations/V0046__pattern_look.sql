-- Somebody looked at what stood out, and says what he found. What stands out is counted anew each time; when more of it has come
-- since, the question is open again.
create table pattern_look (
  id        bigint       not null,
  pattern   varchar(30)  not null,
  quarter   char(7)      not null,
  subject   varchar(60)  not null comment 'who or what stood out, by ids',
  measured  bigint       not null comment 'as it was when he looked',
  note      varchar(500) not null,
  looked_by bigint       not null,
  looked_at datetime(6)  not null,
  primary key (id),
  unique key uq_pattern_look (quarter, pattern, subject, measured)
) comment = 'append-only', default charset = utf8mb4 collate = utf8mb4_bin;
