-- Days off and make-up working days (调休) that an operator loaded beside those the service is shipped with.
create table special_day (
  notice_year int         not null comment 'of the State Council''s notice that names it',
  day         date        not null,
  kind        varchar(8)  not null comment 'HOLIDAY or WORKDAY',
  occasion    varchar(50) not null,
  primary key (notice_year, day)
) default charset = utf8mb4 collate = utf8mb4_bin;
