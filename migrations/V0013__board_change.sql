-- What boards rest on beside the ledger has changed: a roster, a check-in, a tree, a consent. The next fold takes the rows up.
create table board_change (
  id bigint not null,
  primary key (id)
) default charset = utf8mb4 collate = utf8mb4_bin;

alter table board_guard add column trees bigint not null default 0
  comment 'raised where not only amounts have changed: what cells are cut from';

-- Boards count what still waits, period by period, each time they are made.
alter table service_record add key ix_service_record_state (state, started_at, branch_id, community_id);
