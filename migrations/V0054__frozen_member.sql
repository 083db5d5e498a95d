-- Whose roster somebody was on when the quarter was closed: boards of people go by it, whatever is corrected later. One branch for
-- each, the first that closed with him; the members of a frozen branch are counted here.
create table frozen_member (
  period    char(7) not null,
  member_id bigint  not null,
  branch_id bigint  not null,
  primary key (period, member_id),
  key ix_frozen_member_branch (period, branch_id),
  constraint fk_frozen_member_member foreign key (member_id) references member (id),
  constraint fk_frozen_member_branch foreign key (branch_id) references organization (id)
) comment = 'append-only', default charset = utf8mb4 collate = utf8mb4_bin;

-- For quarters closed before: as rosters tell it today, which is the best that is known.
insert ignore into frozen_member (period, member_id, branch_id)
select p.period, a.member_id, a.branch_id
from frozen_place p
join affiliation a on a.branch_id = p.organization_id and a.roster_state = 'APPROVED'
where a.valid_from <= last_day(str_to_date(concat(left(p.period, 4), '-', right(p.period, 1) * 3, '-01'), '%Y-%m-%d'))
  and (a.valid_to is null
       or a.valid_to >= last_day(str_to_date(concat(left(p.period, 4), '-', right(p.period, 1) * 3, '-01'), '%Y-%m-%d')));
