-- What boards rest on beside the ledger has changed: a roster, a check-in, a tree, a consent. The next fold takes the rows up.
create table board_change (
  id bigint not null,
  primary key (id)
) default charset = utf8mb4 collate = utf8mb4_bin;
