-- Sheets people sign where they serve, and which record was typed from which row of them.
create table paper_sheet (
  id           bigint       not null,
  code         varchar(8)   not null comment 'printed on it; the last character checks the others',
  community_id bigint       not null comment 'where the service takes place',
  activity_id  bigint       null comment 'null for personal service',
  slot_id      bigint       null,
  from_day     date         not null,
  to_day       date         not null,
  place        varchar(200) not null,
  row_count    int          not null,
  with_names   tinyint(1)   not null comment 'printed with those who had signed up',
  state        varchar(10)  not null,
  printed_by   bigint       not null,
  printed_at   datetime(6)  not null,
  received_on  date         null comment 'the day its records count as entered',
  received_by  bigint       null,
  received_at  datetime(6)  null,
  applied_by   bigint       null,
  applied_at   datetime(6)  null,
  record_count int          null,
  voided_by    bigint       null,
  voided_at    datetime(6)  null,
  void_reason  varchar(300) null,
  version      int          not null,
  primary key (id),
  unique key uq_paper_sheet_code (code),
  key ix_paper_sheet_community (community_id, state, printed_at),
  key ix_paper_sheet_activity (activity_id, printed_at),
  constraint fk_paper_sheet_community foreign key (community_id) references organization (id),
  constraint fk_paper_sheet_activity foreign key (activity_id) references activity (id),
  constraint ck_paper_sheet_days check (to_day >= from_day)
) default charset = utf8mb4 collate = utf8mb4_bin;

-- One row of one sheet is one record, however often it is typed.
alter table service_record
  add column paper_sheet_id bigint null,
  add column paper_row int null,
  add column paper_code varchar(9) null,
  add column paper_received_on date null comment 'what its lateness counts to instead of the day it was typed',
  add unique key uq_service_record_paper (paper_sheet_id, paper_row);
