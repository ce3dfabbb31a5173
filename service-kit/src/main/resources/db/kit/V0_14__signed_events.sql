-- Events are signed. What was read before this version knew signatures stays good; a new log is checked from its start.
alter table inbox_offset add signed_from bigint not null default 0;
alter table inbox_offset add furthest bigint not null default 0;
update inbox_offset set signed_from = position, furthest = position;

comment on column inbox_offset.signed_from is 'From this offset on an event without a signature is refused';
comment on column inbox_offset.furthest is 'How far the log was read before the last batch: an older version of a record that stands behind it is no second reading, but a replay';

-- The newest version of each record of another service that was seen: an older one that comes later is a replay.
create table inbox_version (
    topic     text,
    record_id uuid,
    version   int not null,
    primary key (topic, record_id)
);
