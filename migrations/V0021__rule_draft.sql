-- Who may adopt a draft, what it was copied from, and which content of it was tried on the records of a year.
alter table rule_draft
  add column organization_id  bigint       not null comment 'the root its drafter is an officer of',
  add column base_version     int          not null comment 'the version it is a copy of',
  add column editors          varchar(200) not null comment 'everybody who changed it: none of them adopts it',
  add column simulated_digest char(64)     null comment 'of the content that was last tried',
  add column simulated_by     bigint       null,
  add column simulated_at     datetime(6)  null,
  add constraint fk_rule_draft_organization foreign key (organization_id) references organization (id);
