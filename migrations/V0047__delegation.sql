-- Somebody stands in for an office-holder on leave: an appointment of the same office in the same organization with a last day,
-- and a second signature as any other. Whom a decision was taken for stands with the step.
alter table appointment
  add column stands_in_for bigint null comment 'the member on leave; null for an office of one''s own',
  add key ix_appointment_stands_in_for (stands_in_for, valid_to),
  add constraint fk_appointment_stands_in_for foreign key (stands_in_for) references member (id);

alter table service_record_step
  add column on_behalf_of bigint null comment 'the office-holder on leave for whom it was decided';
