-- The activity somebody served in, as it stood when he reported: what a record has to name is frozen with it. The lead is kept by
-- id, so that his name can be erased. Empty for personal service.
alter table service_record
  add column activity_id    bigint       null,
  add column slot_id        bigint       null,
  add column activity_name  varchar(80)  null,
  add column organizer_id   bigint       null,
  add column organizer_name varchar(120) null,
  add column lead_id        bigint       null,
  add key ix_service_record_activity (activity_id, state),
  add key ix_service_record_served (community_id, started_at),
  add constraint fk_service_record_activity foreign key (activity_id) references activity (id),
  add constraint fk_service_record_slot foreign key (slot_id) references activity_slot (id);
