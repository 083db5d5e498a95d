-- Versions of the rules after the first, which is shipped. Adopted as a whole, never edited.
create table adopted_rulebook (
  version         int          not null,
  effective_from  date         not null comment 'first day of service, Asia/Shanghai',
  document_title  varchar(200) not null,
  document_number varchar(100) not null,
  definition      mediumtext   not null comment 'JSON',
  drafted_by      bigint       not null,
  adopted_by      bigint       not null,
  adopted_at      datetime(6)  not null,
  primary key (version)
) comment = 'append-only', default charset = utf8mb4 collate = utf8mb4_bin;

create table rule_draft (
  id              bigint       not null,
  state           varchar(12)  not null,
  effective_from  date         not null,
  document_title  varchar(200) not null,
  document_number varchar(100) not null,
  definition      mediumtext   not null comment 'JSON',
  drafted_by      bigint       not null,
  drafted_at      datetime(6)  not null,
  touched_at      datetime(6)  not null,
  version         int          not null,
  primary key (id),
  key ix_rule_draft_state (state, touched_at)
) default charset = utf8mb4 collate = utf8mb4_bin;
