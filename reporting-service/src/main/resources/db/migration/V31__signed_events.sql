-- Events are signed. What was read before this version knew signatures stays good; a new log is checked from its start.
alter table consumer_offset add signed_from bigint not null default 0;
alter table consumer_offset add furthest bigint not null default 0;
update consumer_offset set signed_from = position, furthest = position;

comment on column consumer_offset.signed_from is 'From this offset on an event without a signature is refused';
comment on column consumer_offset.furthest is 'How far the log was read before the last batch: an older version of a record that stands behind it is no second reading, but a replay';

-- A retry checks the signature again, so it needs what is signed.
alter table dead_letter add headers jsonb;
alter table dead_letter add fault text;

comment on column dead_letter.fault is 'Why the event is not believed; null where it could not be read';

-- Records that were removed for good: an older event of one that comes later brings nothing back.
create table removed_record (
    topic  text,
    digest bytea,
    primary key (topic, digest)
);

comment on column removed_record.digest is 'SHA-256 of the record''s id as text';
