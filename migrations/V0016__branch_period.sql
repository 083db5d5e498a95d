-- The quarters of a branch that are no longer open. One without a row is open.
create table branch_period (
  branch_id bigint      not null,
  period    char(7)     not null,
  state     varchar(10) not null comment 'IN_NOTICE or CLOSED',
  notice_from date      not null comment 'Asia/Shanghai',
  notice_to date        not null comment 'last day, Asia/Shanghai',
  opened_at datetime(6) not null,
  opened_by bigint      null comment 'null when it opened by itself',
  closed_at datetime(6) null,
  closed_by bigint      null comment 'null when it closed by itself',
  sequence  bigint      null comment 'of the branch''s chain when it was closed',
  head      char(64)    null comment 'of the branch''s chain when it was closed',
  primary key (branch_id, period),
  key ix_branch_period_state (state, notice_to),
  constraint fk_branch_period_branch foreign key (branch_id) references ledger_branch (branch_id)
) default charset = utf8mb4 collate = utf8mb4_bin;
