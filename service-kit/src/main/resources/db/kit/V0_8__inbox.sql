-- Where a service stands in the topics of others; moved in the transaction of what an event brings about.
create table inbox_offset (
    topic     text,
    partition int,
    topic_id  text not null,
    position  bigint not null,
    event_at  timestamptz,
    at_end_at timestamptz,
    primary key (topic, partition)
);

comment on column inbox_offset.topic_id is 'Kafka''s id of the topic: another id is another log, read from 0';
comment on column inbox_offset.position is 'The next offset to apply';

-- Events that could not be read or applied. Codes and reasons only: nothing of the event's body.
create table inbox_problem (
    id          bigint generated always as identity primary key,
    topic       text not null,
    partition   int not null,
    position    bigint not null,
    record_id   uuid,
    version     int,
    division    char(12) collate "C",
    code        text not null,
    reason_zh   text not null,
    reason_en   text not null,
    legal_basis text,
    at          timestamptz not null
);

create index inbox_problem_record on inbox_problem (topic, record_id);
create index inbox_problem_division on inbox_problem (division, id);

comment on column inbox_problem.record_id is 'The record that the event tells of: its problem goes when a later event of it is applied.';
comment on column inbox_problem.division is 'As the event says: whose office is shown the problem.';
