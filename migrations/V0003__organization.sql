-- The party tree and the territorial tree. Organizations are renamed, merged and dissolved by date; rows are never deleted.
create table organization (
  id           bigint       not null,
  code         varchar(40)  not null comment 'public and stable; statistical division code where there is one',
  tree         varchar(10)  not null,
  kind         varchar(20)  not null,
  name         varchar(120) not null,
  sort_key     varchar(190) not null,
  parent_id    bigint       null,
  path         varchar(300) not null comment 'ids from the root to this one, 13 characters and a slash each',
  seat_id      bigint       null comment 'street, community or grid a party organization sits on',
  unit         tinyint(1)   not null comment 'the top party organization of an employer (单位)',
  valid_from   date         not null,
  valid_to     date         null comment 'last day',
  successor_id bigint       null comment 'where it went by merger',
  version      int          not null,
  primary key (id),
  unique key uq_organization_code (code),
  key ix_organization_path (path),
  key ix_organization_parent (parent_id, sort_key),
  key ix_organization_seat (seat_id),
  key ix_organization_name (name),
  constraint fk_organization_parent foreign key (parent_id) references organization (id),
  constraint fk_organization_seat foreign key (seat_id) references organization (id),
  constraint fk_organization_successor foreign key (successor_id) references organization (id)
) default charset = utf8mb4 collate = utf8mb4_bin;

create table organization_change (
  id              bigint       not null,
  organization_id bigint       not null,
  kind            varchar(20)  not null,
  effective_on    date         not null,
  before_value    varchar(300) not null,
  after_value     varchar(300) not null,
  document        varchar(120) not null comment 'number of the decision it rests on',
  recorded_by     bigint       null,
  recorded_at     datetime(6)  not null,
  primary key (id),
  key ix_organization_change (organization_id, effective_on),
  constraint fk_organization_change foreign key (organization_id) references organization (id)
) comment = 'append-only', default charset = utf8mb4 collate = utf8mb4_bin;
