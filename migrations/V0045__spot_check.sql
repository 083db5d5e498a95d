-- 抽查: what was confirmed in a quarter below an organization is listed first, a seed nobody can choose comes afterwards, and the
-- drawn ones are asked about. Once for each organization and quarter.
create table spot_check (
  id          bigint      not null,
  scope_id    bigint      not null comment 'organization; everything below it',
  quarter     char(7)     not null,
  percent     int         not null,
  least       int         not null,
  most        int         not null,
  population  int         not null comment 'records on the list',
  sample      int         not null comment 'how many of them are drawn; follows from the three above',
  list_digest char(64)    null comment 'SHA-256 of the list, one id a line, in order',
  state       varchar(10) not null,
  ordered_by  bigint      not null,
  ordered_at  datetime(6) not null,
  ordered_on  date        not null comment 'Asia/Shanghai; the seed is from a later day',
  seed_day    date        null comment 'of the ledger''s digest it is made from',
  seed_root   char(64)    null,
  seed        char(64)    null,
  drawn_at    datetime(6) null,
  version     int         not null,
  primary key (id),
  unique key uq_spot_check (scope_id, quarter),
  key ix_spot_check_state (state, ordered_on),
  key ix_spot_check_quarter (quarter, id),
  constraint fk_spot_check_scope foreign key (scope_id) references organization (id)
) default charset = utf8mb4 collate = utf8mb4_bin;

-- The list as it was when the check was ordered: whoever reverses a record afterwards does not take it off.
create table spot_check_candidate (
  spot_check_id bigint not null,
  record_id     bigint not null,
  primary key (spot_check_id, record_id),
  constraint fk_spot_check_candidate foreign key (spot_check_id) references spot_check (id)
) comment = 'append-only', default charset = utf8mb4 collate = utf8mb4_bin;

-- A drawn record: a question, and what came out. Who was served is noted as a role (三号楼居民), never by name.
create table spot_check_record (
  id            bigint       not null,
  spot_check_id bigint       not null,
  record_id     bigint       not null,
  place         int          not null comment 'in the order drawn, from 1',
  member_id     bigint       not null comment 'whose record it is: he can be asked too',
  asked_at      datetime(6)  null comment 'the member was asked',
  asked_by      bigint       null,
  affirmed_at   datetime(6)  null comment 'the member says that he took part; that he did not, he says to the record itself',
  result        varchar(20)  null,
  whom          varchar(60)  null,
  how           varchar(10)  null,
  asked_on      date         null,
  note          varchar(500) null,
  answered_by   bigint       null,
  answered_at   datetime(6)  null,
  primary key (id),
  unique key uq_spot_check_record (spot_check_id, record_id),
  key ix_spot_check_record_member (member_id, asked_at),
  constraint fk_spot_check_record foreign key (spot_check_id) references spot_check (id),
  constraint fk_spot_check_record_record foreign key (record_id) references service_record (id),
  constraint fk_spot_check_record_member foreign key (member_id) references member (id)
) default charset = utf8mb4 collate = utf8mb4_bin;

-- A quarter of a branch, as ix_service_record_served is one of a community.
alter table service_record add key ix_service_record_home (branch_id, started_at);
