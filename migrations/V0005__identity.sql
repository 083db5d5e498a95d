-- Accounts, sessions, invitations, acceptances on paper. Passwords, codes and tokens are kept as hashes, never as they are.
create table account (
  member_id       bigint       not null,
  login           varchar(64)  not null comment 'folded: compared without case',
  password_hash   varchar(200) not null comment 'Argon2id with its parameters and salt',
  password_set_at datetime(6)  not null,
  state           varchar(20)  not null,
  created_at      datetime(6)  not null,
  version         int          not null,
  primary key (member_id),
  unique key uq_account_login (login),
  constraint fk_account_member foreign key (member_id) references member (id)
) default charset = utf8mb4 collate = utf8mb4_bin;

create table login_session (
  id           bigint      not null,
  member_id    bigint      not null,
  channel      varchar(10) not null,
  refresh_hash varchar(64) null comment 'SHA-256 of the one refresh token that is good now; pages have none',
  started_at   datetime(6) not null,
  last_seen_at datetime(6) not null comment 'to some minutes; the idle limit counts from here',
  ends_at      datetime(6) not null comment 'the latest moment, whatever happens',
  ended_at     datetime(6) null,
  end_reason   varchar(20) null,
  primary key (id),
  key ix_login_session_member (member_id, ended_at),
  constraint fk_login_session_account foreign key (member_id) references account (member_id)
) default charset = utf8mb4 collate = utf8mb4_bin;

-- Failed attempts by login name and by network address, both as keyed hashes: names nobody holds are counted like real ones,
-- so that a lock tells nothing about who has an account.
create table login_attempt (
  bucket        varchar(64) not null,
  failures      int         not null,
  last_at       datetime(6) not null,
  blocked_until datetime(6) null,
  primary key (bucket),
  key ix_login_attempt_last (last_at)
) default charset = utf8mb4 collate = utf8mb4_bin;

create table invitation (
  id         bigint      not null,
  member_id  bigint      not null,
  code_hash  varchar(64) not null comment 'SHA-256 of the 128 random bits',
  state      varchar(20) not null,
  issued_by  bigint      null comment 'null for the installation itself',
  issued_at  datetime(6) not null,
  expires_at datetime(6) not null,
  closed_by  bigint      null,
  closed_at  datetime(6) null,
  version    int         not null,
  open_mark  tinyint     generated always as (case when state = 'OPEN' then 1 else null end) stored,
  primary key (id),
  unique key uq_invitation_code (code_hash),
  unique key uq_invitation_open (member_id, open_mark),
  constraint fk_invitation_member foreign key (member_id) references member (id)
) default charset = utf8mb4 collate = utf8mb4_bin;

create table paper_acceptance (
  id           bigint      not null,
  member_id    bigint      not null,
  signed_on    date        not null,
  exchange     tinyint(1)  not null,
  public_name  tinyint(1)  not null,
  text_version int         not null comment 'version of the notice printed on the paper',
  state        varchar(20) not null,
  entered_by   bigint      not null,
  entered_at   datetime(6) not null,
  checked_by   bigint      null,
  checked_at   datetime(6) null,
  version      int         not null,
  waiting_mark tinyint     generated always as (case when state = 'WAITING' then 1 else null end) stored,
  primary key (id),
  unique key uq_paper_acceptance_waiting (member_id, waiting_mark),
  key ix_paper_acceptance_state (state, entered_at),
  constraint fk_paper_acceptance_member foreign key (member_id) references member (id)
) default charset = utf8mb4 collate = utf8mb4_bin;
