-- Where organizations stood and how many people belonged to them when a quarter was closed. The first word stays: boards of the
-- quarter go by it, whatever is moved, merged or corrected later.
create table frozen_place (
  period          char(7)     not null,
  organization_id bigint      not null,
  parent_id       bigint      null,
  unit            tinyint(1)  not null,
  members         int         not null comment 'of a branch or community on the quarter''s last day, 0 of what stands above',
  frozen_at       datetime(6) not null,
  primary key (period, organization_id),
  constraint fk_frozen_place_organization foreign key (organization_id) references organization (id)
) comment = 'append-only', default charset = utf8mb4 collate = utf8mb4_bin;

-- The quarters of which every place is frozen: no branch anywhere can book in them any longer.
create table frozen_quarter (
  period    char(7)     not null,
  frozen_at datetime(6) not null,
  primary key (period)
) comment = 'append-only', default charset = utf8mb4 collate = utf8mb4_bin;
