-- Several kinds may share a topic: a dead letter keeps which kind its event was of. Null: the topic.
alter table dead_letter add schema text;
