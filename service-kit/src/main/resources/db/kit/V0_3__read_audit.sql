-- Who read personal data and who was refused. Append-only: an audit that can be edited proves nothing.
create table read_audit (
    id          bigint generated always as identity primary key,
    at          timestamptz not null,
    issuer      text        not null,
    subject     text        not null,
    client      text        not null,
    acting_user text,
    purpose     text,
    operation   text        not null,
    record_kind text,
    record_id   text,
    result      text        not null check (result in ('SHOWN', 'FORBIDDEN', 'NOT_FOUND'))
);

create index read_audit_by_time on read_audit (at);
create index read_audit_by_record on read_audit (record_id, at) where record_id is not null;

create function read_audit_is_append_only() returns trigger language plpgsql as $$
begin
    raise exception 'read_audit is append-only';
end
$$;

create trigger read_audit_append_only
    before update or delete or truncate on read_audit
    for each statement execute function read_audit_is_append_only();
