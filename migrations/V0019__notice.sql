-- 公示: quarters of branches shown before their points count; objections, answers and appeals. Days are Asia/Shanghai.
create table notice (
  id          bigint      not null,
  branch_id   bigint      not null,
  period      char(7)     not null,
  first_day   date        not null,
  last_day    date        not null comment 'fixed when it began: a calendar loaded later shortens nothing',
  provisional tinyint(1)  not null comment 'its days were counted on a calendar not announced yet',
  opened_at   datetime(6) not null,
  opened_by   bigint      null comment 'null when it opened by itself',
  closed_at   datetime(6) null,
  closed_by   bigint      null comment 'null when it closed by itself',
  version     int         not null,
  primary key (id),
  unique key uq_notice_quarter (branch_id, period),
  key ix_notice_open (closed_at, last_day),
  key ix_notice_last_day (last_day, id),
  constraint fk_notice_branch foreign key (branch_id) references organization (id)
) default charset = utf8mb4 collate = utf8mb4_bin;

-- The figures as they stood when the quarter closed. Names are nowhere in it: they join when it is shown.
create table notice_row (
  notice_id bigint      not null,
  holder_id bigint      not null,
  book      varchar(20) not null,
  amount    bigint      not null comment 'minutes, or hundredths of a point',
  entries   int         not null,
  primary key (notice_id, holder_id, book),
  constraint fk_notice_row foreign key (notice_id) references notice (id)
) comment = 'append-only', default charset = utf8mb4 collate = utf8mb4_bin;

create table objection (
  id             bigint        not null,
  notice_id      bigint        not null,
  branch_id      bigint        not null,
  responsible_id bigint        not null comment 'the organization whose officers answer',
  state          varchar(12)   not null,
  about_decider  tinyint(1)    not null comment 'whoever raised it says that it is about a person who decides here',
  filed_by       bigint        null comment 'null when nobody was logged in',
  about          varchar(200)  not null comment 'whom or what, as written',
  content        varchar(2000) not null,
  name_cipher    text          null comment 'AES-256-GCM',
  contact_cipher text          null comment 'AES-256-GCM',
  receipt_hash   char(64)      not null,
  filed_at       datetime(6)   not null,
  due_on         date          not null,
  escalates_on   date          null comment 'after this day the next superior answers; null when none is left',
  answered_at    datetime(6)   null,
  answered_by    bigint        null,
  answer         varchar(2000) null,
  appeal_by      date          null comment 'last day to appeal',
  version        int           not null,
  primary key (id),
  unique key uq_objection_receipt (receipt_hash),
  key ix_objection_notice (notice_id, state),
  key ix_objection_responsible (responsible_id, state),
  key ix_objection_escalation (state, escalates_on),
  key ix_objection_filed_by (filed_by),
  constraint fk_objection_notice foreign key (notice_id) references notice (id)
) default charset = utf8mb4 collate = utf8mb4_bin;

create table objection_record (
  objection_id  bigint        not null,
  source_type   varchar(30)   not null,
  source_id     varchar(64)   not null,
  holder_id     bigint        not null,
  named_at      datetime(6)   not null,
  hearing_until date          not null comment 'last day for the holder''s words',
  statement     varchar(2000) null,
  stated_at     datetime(6)   null,
  remedy        varchar(10)   null comment 'null before the answer',
  primary key (objection_id, source_type, source_id),
  key ix_objection_record_holder (holder_id),
  key ix_objection_record_source (source_type, source_id),
  constraint fk_objection_record foreign key (objection_id) references objection (id)
) default charset = utf8mb4 collate = utf8mb4_bin;

create table objection_appeal (
  objection_id   bigint        not null,
  responsible_id bigint        not null,
  state          varchar(12)   not null,
  content        varchar(2000) not null,
  filed_by       bigint        null,
  filed_at       datetime(6)   not null,
  due_on         date          not null,
  escalates_on   date          null,
  decided_at     datetime(6)   null,
  decided_by     bigint        null,
  decision       varchar(2000) null,
  version        int           not null,
  primary key (objection_id),
  key ix_objection_appeal_responsible (responsible_id, state),
  key ix_objection_appeal_escalation (state, escalates_on),
  constraint fk_objection_appeal foreign key (objection_id) references objection (id)
) default charset = utf8mb4 collate = utf8mb4_bin;

-- A quarter of one branch is looked at as a whole, and by the job that opens notices.
alter table standing add key ix_standing_branch (branch_id, period);
alter table ledger_entry add key ix_ledger_entry_quarter (branch_id, period);
alter table ledger_branch add key ix_ledger_branch_open (open_from);
