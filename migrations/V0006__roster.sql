-- Rosters (花名册) on their way in. Rows are kept sealed and only until they are applied or discarded; members begin with apply.
create table roster_import (
  id           bigint       not null,
  uploaded_by  bigint       not null,
  scope_id     bigint       not null comment 'organization whose office lets the uploader do it',
  file_name    varchar(200) not null,
  digest       char(64)     not null comment 'SHA-256 of the file, hex',
  state        varchar(20)  not null,
  rows_total   int          not null,
  rows_checked int          not null,
  rows_good    int          not null,
  rows_bad     int          not null,
  rows_present int          not null comment 'on the roster already',
  rows_applied int          not null,
  created_at   datetime(6)  not null,
  touched_at   datetime(6)  not null comment 'last sign of life of the work on it',
  primary key (id),
  key ix_roster_import_uploader (uploaded_by, id),
  key ix_roster_import_created (created_at),
  constraint fk_roster_import_member foreign key (uploaded_by) references member (id),
  constraint fk_roster_import_scope foreign key (scope_id) references organization (id)
) default charset = utf8mb4 collate = utf8mb4_bin;

create table roster_row (
  import_id       bigint      not null,
  line            int         not null comment 'as a spreadsheet counts',
  state           varchar(20) not null,
  content_cipher  mediumtext  not null comment 'cells and findings, encrypted',
  id_number_index char(64)    null comment 'keyed hash',
  person_index    char(64)    null comment 'keyed hash of name, birth date and branch',
  member_id       bigint      null comment 'whom it became or was already',
  primary key (import_id, line),
  key ix_roster_row_state (import_id, state, line),
  key ix_roster_row_id_number (import_id, id_number_index),
  key ix_roster_row_person (import_id, person_index),
  constraint fk_roster_row_import foreign key (import_id) references roster_import (id)
) default charset = utf8mb4 collate = utf8mb4_bin;

-- What was found in which row, without any content: for the counts and the filter.
create table roster_finding (
  import_id bigint      not null,
  kind      varchar(40) not null,
  line      int         not null,
  primary key (import_id, kind, line),
  constraint fk_roster_finding_import foreign key (import_id) references roster_import (id)
) default charset = utf8mb4 collate = utf8mb4_bin;

alter table affiliation add column declined_because varchar(200) null comment 'why the branch did not take the person' after approved_at;
