-- Printed statements for members who did not log in during a quarter: printed by which office, handed over or not. What stood
-- on them is not kept; it stands in the records.
create table quarter_statement (
  id              bigint      not null,
  organization_id bigint      not null comment 'the branch or the community that prints it',
  period          varchar(7)  not null,
  member_id       bigint      not null,
  prints          int         not null,
  printed_by      bigint      not null comment 'the last time',
  printed_at      datetime(6) not null,
  handed_by       bigint      null,
  handed_at       datetime(6) null,
  version         int         not null,
  primary key (id),
  unique key uq_quarter_statement (organization_id, period, member_id),
  constraint fk_quarter_statement_member foreign key (member_id) references member (id)
) default charset = utf8mb4 collate = utf8mb4_bin;
