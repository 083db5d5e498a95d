-- Persons. Names and contacts may be erased one day: nothing that proves a ledger entry rests on them.
create table member (
  id               bigint       not null,
  number           varchar(20)  not null comment 'generated; shown instead of any id number',
  category         varchar(20)  not null,
  name             varchar(100) not null,
  sort_key         varchar(190) not null,
  gender           varchar(10)  not null,
  birth_date       date         null,
  joined_on        date         null comment '入党时间',
  phone_cipher     varchar(200) null,
  id_number_cipher varchar(200) null,
  id_number_index  char(64)     null comment 'keyed hash, to find a repeated person without reading the number',
  skills           varchar(200) not null,
  residence_id     bigint       null comment 'community of residence; never shown to the public',
  created_at       datetime(6)  not null,
  anonymized_at    datetime(6)  null,
  version          int          not null,
  primary key (id),
  unique key uq_member_number (number),
  unique key uq_member_id_number (id_number_index),
  key ix_member_person (name, birth_date),
  key ix_member_sort (sort_key),
  constraint fk_member_residence foreign key (residence_id) references organization (id)
) default charset = utf8mb4 collate = utf8mb4_bin;

create table affiliation (
  id           bigint      not null,
  member_id    bigint      not null,
  branch_id    bigint      not null,
  cell_id      bigint      null,
  valid_from   date        not null,
  valid_to     date        null comment 'last day',
  roster_state varchar(20) not null comment 'only an APPROVED one can earn',
  approved_by  bigint      null,
  approved_at  datetime(6) null,
  version      int         not null,
  open_mark    tinyint     generated always as (case when valid_to is null then 1 else null end) stored,
  primary key (id),
  unique key uq_affiliation_open (member_id, open_mark),
  key ix_affiliation_branch (branch_id, roster_state, valid_from),
  key ix_affiliation_member (member_id, valid_from),
  constraint fk_affiliation_member foreign key (member_id) references member (id),
  constraint fk_affiliation_branch foreign key (branch_id) references organization (id)
) default charset = utf8mb4 collate = utf8mb4_bin;

create table consent (
  member_id  bigint      not null,
  purpose    varchar(20) not null,
  given      tinyint(1)  not null,
  text_version int       not null comment 'version of the privacy notice it was given to',
  decided_at datetime(6) not null,
  version    int         not null,
  primary key (member_id, purpose),
  key ix_consent_purpose (purpose, given, member_id),
  constraint fk_consent_member foreign key (member_id) references member (id)
) default charset = utf8mb4 collate = utf8mb4_bin;

create table consent_event (
  id           bigint      not null,
  member_id    bigint      not null,
  purpose      varchar(20) not null,
  given        tinyint(1)  not null,
  text_version int         not null,
  decided_at   datetime(6) not null,
  recorded_by  bigint      not null,
  channel      varchar(20) not null,
  primary key (id),
  key ix_consent_event (member_id, purpose, decided_at),
  constraint fk_consent_event_member foreign key (member_id) references member (id)
) comment = 'append-only', default charset = utf8mb4 collate = utf8mb4_bin;

create table appointment (
  id              bigint       not null,
  member_id       bigint       not null,
  organization_id bigint       not null,
  office          varchar(30)  not null,
  valid_from      date         not null,
  valid_to        date         null comment 'last day',
  state           varchar(20)  not null,
  document        varchar(120) not null,
  proposed_by     bigint       null comment 'null for the installation itself',
  proposed_at     datetime(6)  not null,
  signed_by       bigint       null comment 'second signature, another person of the superior organization',
  signed_at       datetime(6)  null,
  ended_by        bigint       null,
  ended_at        datetime(6)  null,
  version         int          not null,
  primary key (id),
  key ix_appointment_member (member_id, state),
  key ix_appointment_organization (organization_id, office, state),
  constraint fk_appointment_member foreign key (member_id) references member (id),
  constraint fk_appointment_organization foreign key (organization_id) references organization (id)
) default charset = utf8mb4 collate = utf8mb4_bin;
