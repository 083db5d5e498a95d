-- What is asked of a year. The nearest organization's word counts; without one the rulebook's does.
create table service_target (
  id              bigint      not null,
  organization_id bigint      not null,
  target_year     int         not null,
  minutes         int         null,
  times           int         null,
  set_by          bigint      not null,
  set_at          datetime(6) not null,
  version         int         not null,
  primary key (id),
  unique key uq_service_target (organization_id, target_year),
  constraint fk_service_target_organization foreign key (organization_id) references organization (id)
) default charset = utf8mb4 collate = utf8mb4_bin;

-- Days of a year that do not count for somebody's target. Deliberately without a reason: why somebody is exempt may be a
-- matter of health, which nobody needs to store for that.
create table target_exemption (
  id          bigint       not null,
  member_id   bigint       not null,
  first_day   date         not null,
  last_day    date         not null,
  document    varchar(120) not null comment 'minutes of the branch that decided it',
  recorded_by bigint       not null,
  recorded_at datetime(6)  not null,
  ended_by    bigint       null,
  ended_at    datetime(6)  null,
  primary key (id),
  key ix_target_exemption_member (member_id, first_day),
  constraint fk_target_exemption_member foreign key (member_id) references member (id)
) default charset = utf8mb4 collate = utf8mb4_bin;

-- What the branch's meeting decided, beside what the figures suggested. A correction is a further revision.
create table member_appraisal (
  id            bigint        not null,
  member_id     bigint        not null,
  appraisal_year int          not null,
  revision      int           not null,
  branch_id     bigint        not null,
  suggested     varchar(20)   not null,
  facts         varchar(2000) not null comment 'JSON: the figures the suggestion rested on',
  grade         varchar(20)   not null,
  meeting_on    date          not null,
  reason        varchar(500)  not null,
  recorded_by   bigint        not null,
  recorded_at   datetime(6)   not null,
  primary key (id),
  unique key uq_member_appraisal (member_id, appraisal_year, revision),
  key ix_member_appraisal_branch (branch_id, appraisal_year),
  constraint fk_member_appraisal_member foreign key (member_id) references member (id),
  constraint fk_member_appraisal_branch foreign key (branch_id) references organization (id)
) comment = 'append-only', default charset = utf8mb4 collate = utf8mb4_bin;

create table commendation (
  id              bigint       not null,
  title           varchar(100) not null,
  granted_by      varchar(100) not null,
  document_number varchar(100) not null,
  granted_on      date         not null,
  member_id       bigint       null,
  organization_id bigint       null,
  recorded_by     bigint       not null,
  recorded_at     datetime(6)  not null,
  withdrawn_by    bigint       null,
  withdrawn_at    datetime(6)  null,
  version         int          not null,
  primary key (id),
  key ix_commendation_granted (granted_on, id),
  constraint fk_commendation_member foreign key (member_id) references member (id),
  constraint fk_commendation_organization foreign key (organization_id) references organization (id)
) default charset = utf8mb4 collate = utf8mb4_bin;
