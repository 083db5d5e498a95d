-- Who asked to be forgotten. Holds no name and outlives the person.
create table erasure_request (
  id         bigint       not null,
  member_id  bigint       not null,
  state      varchar(12)  not null,
  asked_at   datetime(6)  not null,
  decided_by bigint       null,
  decided_at datetime(6)  null,
  reason     varchar(300) null comment 'why not; read by the member',
  version    int          not null,
  primary key (id),
  key ix_erasure_request_member (member_id, id),
  key ix_erasure_request_state (state, id),
  constraint fk_erasure_request_member foreign key (member_id) references member (id)
) default charset = utf8mb4 collate = utf8mb4_bin;

-- A person may read who looked at what is his.
alter table audit_entry add key ix_audit_entry_on_behalf (on_behalf_of, id);
