-- Who says of a quarter that nothing was served (零报告). One without a row has said nothing.
create table zero_report (
  organization_id bigint      not null,
  period          char(7)     not null,
  declared_by     bigint      not null,
  declared_at     datetime(6) not null,
  revoked_by      bigint      null,
  revoked_at      datetime(6) null comment 'taken back; declared anew it is null again',
  primary key (organization_id, period),
  constraint fk_zero_report_organization foreign key (organization_id) references organization (id)
) default charset = utf8mb4 collate = utf8mb4_bin;

-- What a branch's members served in a quarter.
create index ix_service_record_branch_served on service_record (branch_id, started_at);
