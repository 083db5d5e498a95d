-- How late somebody was entered, from the working days of that day, and why.
alter table service_record
  add column lateness varchar(10) not null default 'IN_TIME' comment 'how long after its end it was entered',
  add column late_reason varchar(500) null;
