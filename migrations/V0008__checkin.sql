-- 报到: members and units register with a community for a period; what is valid on a day decides where service counts.
create table check_in (
  id             bigint       not null,
  holder         varchar(10)  not null comment 'MEMBER or UNIT',
  member_id      bigint       null,
  unit_id        bigint       null comment 'the unit itself, or the one that registered its member',
  community_id   bigint       not null,
  grid_id        bigint       null,
  period         varchar(10)  not null comment 'a year',
  intention      varchar(200) not null,
  skills         varchar(200) not null,
  availability   varchar(200) not null,
  state          varchar(20)  not null,
  moves_from_id  bigint       null comment 'ends the day before this one is accepted',
  requested_by   bigint       not null,
  requested_at   datetime(6)  not null,
  waiting_since  date         not null comment 'business date from which the community''s working days count',
  request_key    varchar(255) null comment 'Idempotency-Key of the client',
  request_digest char(64)     null comment 'SHA-256 of what came with the key, hex',
  decided_by     bigint       null,
  decided_at     datetime(6)  null,
  receipt_number varchar(60)  null,
  reason         varchar(30)  null,
  reason_text    varchar(300) not null,
  valid_from     date         null comment 'set by acceptance only',
  valid_to       date         null comment 'last day',
  ended_by       bigint       null,
  ended_at       datetime(6)  null,
  version        int          not null,
  live_holder_id bigint       generated always as (case when state in ('REQUESTED', 'AWAITING_MEMBER', 'ACCEPTED')
                              then coalesce(member_id, unit_id) else null end) stored,
  primary key (id),
  unique key uq_check_in_live (live_holder_id, community_id, period),
  unique key uq_check_in_receipt (receipt_number),
  unique key uq_check_in_request (requested_by, request_key),
  key ix_check_in_member (member_id, valid_from, valid_to),
  key ix_check_in_unit (unit_id, period, state),
  key ix_check_in_waiting (community_id, state, waiting_since),
  key ix_check_in_registered (community_id, valid_from, valid_to, member_id),
  constraint fk_check_in_member foreign key (member_id) references member (id),
  constraint fk_check_in_unit foreign key (unit_id) references organization (id),
  constraint fk_check_in_community foreign key (community_id) references organization (id),
  constraint fk_check_in_grid foreign key (grid_id) references organization (id),
  constraint fk_check_in_moves_from foreign key (moves_from_id) references check_in (id)
) default charset = utf8mb4 collate = utf8mb4_bin;

-- The last receipt number a community has given out in a period.
create table check_in_receipt (
  community_id bigint      not null,
  period       varchar(10) not null,
  last_number  int         not null,
  primary key (community_id, period),
  constraint fk_check_in_receipt_community foreign key (community_id) references organization (id)
) default charset = utf8mb4 collate = utf8mb4_bin;
