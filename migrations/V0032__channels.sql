-- Where a member wants his messages besides the inbox: an address counts once he has confirmed that it is his.
create table mail_address (
  member_id      bigint       not null,
  address_cipher varchar(600) not null comment 'AES-256-GCM',
  language       varchar(10)  not null,
  code_issued_at datetime(6)  null comment 'the code follows from this moment and a key outside the database',
  code_failures  int          not null,
  confirmed_at   datetime(6)  null,
  version        int          not null,
  primary key (member_id),
  constraint fk_mail_address foreign key (member_id) references member (id)
) default charset = utf8mb4 collate = utf8mb4_bin;

-- A group robot (企业微信, 钉钉) an organization wants to be told by. Its address holds the token that lets anybody post.
create table robot (
  organization_id bigint        not null,
  address_cipher  varchar(2000) not null comment 'AES-256-GCM',
  secret_cipher   varchar(600)  not null comment 'AES-256-GCM; signs each call',
  language        varchar(10)   not null,
  set_by          bigint        not null,
  set_at          datetime(6)   not null,
  version         int           not null,
  primary key (organization_id),
  constraint fk_robot foreign key (organization_id) references organization (id)
) default charset = utf8mb4 collate = utf8mb4_bin;
