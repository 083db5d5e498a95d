-- Who wants to come to a slot, in the order of asking. Written under a lock on the slot's row.
create table sign_up (
  id           bigint      not null,
  activity_id  bigint      not null,
  slot_id      bigint      not null,
  member_id    bigint      not null,
  state        varchar(12) not null,
  place        int         not null comment 'in the order of the slot; asking again after withdrawing goes to its end',
  starts_at    datetime    not null comment 'as the slot has it, so that overlaps are found in one range',
  ends_at      datetime    not null,
  signed_up_at datetime(6) not null,
  changed_at   datetime(6) not null,
  version      int         not null,
  primary key (id),
  unique key uq_sign_up (slot_id, member_id),
  key ix_sign_up_slot (slot_id, state, place),
  key ix_sign_up_activity (activity_id, state),
  key ix_sign_up_member (member_id, ends_at),
  constraint fk_sign_up_slot foreign key (slot_id) references activity_slot (id),
  constraint fk_sign_up_member foreign key (member_id) references member (id)
) default charset = utf8mb4 collate = utf8mb4_bin;

-- When somebody came or went, by the code on the lead's screen. A fact to fill in a report with, never a record by itself.
create table signing (
  id          bigint      not null,
  activity_id bigint      not null,
  slot_id     bigint      not null,
  member_id   bigint      not null,
  direction   varchar(4)  not null,
  at          datetime    not null comment 'wall clock of Asia/Shanghai, to the minute',
  claimed     tinyint(1)  not null comment 'handed in later, at the minute he names',
  device      varchar(64) null comment 'hash of a random cookie, another for each slot',
  recorded_at datetime(6) not null,
  primary key (id),
  key ix_signing_slot (slot_id, member_id),
  key ix_signing_member (member_id, at),
  constraint fk_signing_slot foreign key (slot_id) references activity_slot (id),
  constraint fk_signing_member foreign key (member_id) references member (id)
) comment = 'append-only', default charset = utf8mb4 collate = utf8mb4_bin;

-- Wrong codes of one person.
create table signing_guess (
  member_id     bigint      not null,
  failures      int         not null,
  last_at       datetime(6) not null,
  blocked_until datetime(6) null,
  primary key (member_id)
) default charset = utf8mb4 collate = utf8mb4_bin;
