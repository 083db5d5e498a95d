-- What a file holds besides service (民政部令67号 arts. 8–10). Nothing here ever reaches the ledger.

-- 培训. Time of study is no time of service.
create table training (
  id              bigint       not null,
  organization_id bigint       not null comment 'whose office entered it',
  name            varchar(100) not null,
  content         varchar(500) not null,
  organizer       varchar(120) not null comment 'who held it',
  teacher         varchar(100) not null,
  place           varchar(200) not null,
  first_day       date         not null,
  last_day        date         not null,
  minutes         int          not null comment 'of study, for who was there all the time',
  state           varchar(12)  not null,
  entered_by      bigint       not null,
  entered_at      datetime(6)  not null,
  checked_by      bigint       null comment 'second person, where somebody got a certificate',
  checked_at      datetime(6)  null,
  version         int          not null,
  primary key (id),
  unique key uq_training (organization_id, first_day, name),
  constraint fk_training_organization foreign key (organization_id) references organization (id),
  constraint ck_training check (minutes > 0 and last_day >= first_day)
) default charset = utf8mb4 collate = utf8mb4_bin;

create table training_participant (
  training_id   bigint      not null,
  member_id     bigint      not null,
  minutes       int         not null,
  result        varchar(12) not null,
  repudiated_at datetime(6) null comment 'the member says that he was not there: it is no longer his',
  version       int         not null,
  primary key (training_id, member_id),
  key ix_training_participant (member_id),
  constraint fk_training_participant foreign key (training_id) references training (id),
  constraint fk_training_participant_member foreign key (member_id) references member (id)
) default charset = utf8mb4 collate = utf8mb4_bin;

-- 评价: what those who were served say, by the part they had in it and never by name.
create table evaluation (
  id               bigint       not null,
  community_id     bigint       not null,
  activity_id      bigint       null comment 'of everybody who served in it, or else',
  record_id        bigint       null comment 'of one record',
  completion       varchar(12)  not null,
  grade            varchar(20)  not null,
  feedback         varchar(500) not null,
  given_by         varchar(20)  not null,
  evaluated_on     date         not null,
  late             tinyint(1)   not null comment 'entered more than ten working days after the end (art. 11)',
  entered_by       bigint       not null,
  entered_at       datetime(6)  not null,
  once_key         varchar(20)  not null comment 'of the form: sent twice it counts once',
  withdrawn_by     bigint       null,
  withdrawn_at     datetime(6)  null,
  withdrawn_because varchar(300) null,
  version          int          not null,
  primary key (id),
  unique key uq_evaluation (entered_by, once_key),
  key ix_evaluation_community (community_id, id),
  key ix_evaluation_activity (activity_id),
  key ix_evaluation_record (record_id),
  constraint fk_evaluation_community foreign key (community_id) references organization (id),
  constraint fk_evaluation_activity foreign key (activity_id) references activity (id),
  constraint fk_evaluation_record foreign key (record_id) references service_record (id),
  constraint ck_evaluation check (activity_id is null or record_id is null)
) default charset = utf8mb4 collate = utf8mb4_bin;

-- What those evaluated say to it. An objection is decided by somebody who did not enter it.
create table evaluation_answer (
  evaluation_id bigint       not null,
  member_id     bigint       not null,
  answer        varchar(500) not null,
  objects       tinyint(1)   not null,
  answered_at   datetime(6)  not null,
  decided_by    bigint       null,
  decided_at    datetime(6)  null,
  upheld        tinyint(1)   null,
  decision      varchar(300) null,
  version       int          not null,
  primary key (evaluation_id, member_id),
  key ix_evaluation_answer_member (member_id),
  constraint fk_evaluation_answer foreign key (evaluation_id) references evaluation (id),
  constraint fk_evaluation_answer_member foreign key (member_id) references member (id)
) default charset = utf8mb4 collate = utf8mb4_bin;

-- 表彰: the remaining facts of art. 9.
alter table commendation
  add column content varchar(500) not null default '',
  add column level varchar(20) null;
