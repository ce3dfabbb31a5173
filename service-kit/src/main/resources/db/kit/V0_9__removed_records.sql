-- Records of other services that were removed for good: an older event, read again, brings none back.
create table inbox_removed (
    topic  text,
    digest text,
    primary key (topic, digest)
);

comment on column inbox_removed.digest is 'Keyed digest of the record''s id: the table names none of them.';

-- An event is one problem, however often its log is read.
delete from inbox_problem old
using inbox_problem later
where old.topic = later.topic
  and old.partition = later.partition
  and old.position = later.position
  and old.id < later.id;

create unique index inbox_problem_position on inbox_problem (topic, partition, position);
