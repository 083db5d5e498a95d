-- How a person wants pages to look on every device he logs in with. Null: as the device says.
create table display_preference (
  member_id bigint      not null,
  language  varchar(10) null,
  theme     varchar(10) null,
  text_size varchar(10) null,
  version   int         not null,
  primary key (member_id),
  constraint fk_display_preference_member foreign key (member_id) references member (id)
) default charset = utf8mb4 collate = utf8mb4_bin;
