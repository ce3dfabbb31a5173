-- Several kinds may share a topic: then the kind, not the topic, names the schema. Null: the topic.
alter table outbox add kind text;
