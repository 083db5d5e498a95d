-- Totals up both trees, folded out of task rows by any replica that holds the guard row.
create table board_task (
  id           bigint      not null,
  book         varchar(20) not null,
  period       char(7)     not null,
  branch_id    bigint      not null,
  community_id bigint      null,
  amount       bigint      not null,
  primary key (id)
) default charset = utf8mb4 collate = utf8mb4_bin;

create table board_total (
  organization_id bigint      not null,
  book            varchar(20) not null,
  period          varchar(7)  not null comment 'quarter, year or all',
  amount          bigint      not null,
  entries         bigint      not null,
  primary key (organization_id, book, period),
  key ix_board_total_period (period, book, amount)
) default charset = utf8mb4 collate = utf8mb4_bin;

create table board_guard (
  id        int         not null,
  version   bigint      not null comment 'raised by every fold: boards of an older version are stale',
  folded_at datetime(6) not null,
  primary key (id)
) default charset = utf8mb4 collate = utf8mb4_bin;

insert into board_guard (id, version, folded_at) values (1, 0, '2026-01-01 00:00:00');
