-- Posts of a community. Whether one takes a profession's knowledge is said before anybody serves in it.
create table activity_post (
  id           bigint       not null,
  community_id bigint       not null,
  name         varchar(60)  not null,
  professional tinyint(1)   not null,
  flagged_on   date         null comment 'since when it is professional, Asia/Shanghai',
  valid_from   date         not null,
  valid_to     date         null comment 'last day',
  created_by   bigint       not null,
  created_at   datetime(6)  not null,
  version      int          not null,
  primary key (id),
  key ix_activity_post (community_id, valid_from),
  constraint fk_activity_post foreign key (community_id) references organization (id)
) default charset = utf8mb4 collate = utf8mb4_bin;

alter table service_record
  add column post_id bigint null comment 'the post somebody served in',
  add constraint fk_service_record_post foreign key (post_id) references activity_post (id);

-- Reversals that take a second person.
create table reversal_proposal (
  id          bigint       not null,
  step        varchar(20)  not null comment 'the step that is taken back',
  state       varchar(12)  not null,
  reason      varchar(500) not null,
  records     int          not null,
  points      bigint       not null comment 'hundredths that stood when it was proposed',
  proposed_by bigint       not null,
  proposed_at datetime(6)  not null,
  decided_by  bigint       null,
  decided_at  datetime(6)  null,
  version     int          not null,
  primary key (id),
  key ix_reversal_proposal (state, proposed_at)
) default charset = utf8mb4 collate = utf8mb4_bin;

create table reversal_proposal_record (
  proposal_id    bigint not null,
  record_id      bigint not null,
  record_version int    not null comment 'as the proposer saw it',
  primary key (proposal_id, record_id),
  key ix_reversal_proposal_record (record_id),
  constraint fk_reversal_proposal foreign key (proposal_id) references reversal_proposal (id),
  constraint fk_reversal_proposal_record foreign key (record_id) references service_record (id)
) default charset = utf8mb4 collate = utf8mb4_bin;
