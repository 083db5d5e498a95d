-- A board asks who took back a consent since it was made.
alter table consent drop key ix_consent_purpose, add key ix_consent_purpose (purpose, given, decided_at, member_id);
