-- A record that has left its service for good is told as a message without a body.
alter table outbox alter column version drop not null;
alter table outbox alter column body drop not null;

comment on column outbox.body is 'The record as JSON; null: removed, and then without a version.';
