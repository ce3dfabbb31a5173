-- Applications for exports beyond the daily quota: who asks for how much of what and why, and who decided.
create table export_approval (
    id                 uuid primary key,
    version            integer not null,
    division           char(12) collate "C" not null,
    kind               text not null,
    purpose            text not null,
    rows_asked         integer not null check (rows_asked > 0),
    rows_granted       integer check (rows_granted > 0 and rows_granted <= rows_asked),
    until              date not null,
    state              text not null check (state in ('APPLIED', 'APPROVED', 'REFUSED')),
    ground             text,
    issuer             text not null,
    subject            text not null,
    client             text not null,
    applied_at         timestamptz not null,
    application_key    text not null unique,
    application_digest text not null,
    decided_by         text,
    decided_at         timestamptz,
    decision_key       text unique,
    decision_digest    text,
    check ((state = 'APPROVED') = (rows_granted is not null)),
    check ((state = 'REFUSED') = (ground is not null)),
    check ((state = 'APPLIED') = (decided_by is null))
);

create index export_approval_division on export_approval (division, id);
create index export_approval_account on export_approval (issuer, subject, kind) where state = 'APPROVED';

-- Every export, by whom and how many rows. The quota is counted from these: append-only.
create table export_charge (
    id          bigint generated always as identity primary key,
    at          timestamptz not null,
    on_day      date not null,
    issuer      text not null,
    subject     text not null,
    client      text not null,
    operation   text not null,
    kind        text not null,
    personal    boolean not null,
    row_count   integer not null,
    approval_id uuid references export_approval
);

create index export_charge_account on export_charge (issuer, subject, on_day);
create index export_charge_approval on export_charge (approval_id) where approval_id is not null;

create function export_charge_is_append_only() returns trigger language plpgsql as $$
begin
    raise exception 'export_charge is append-only';
end
$$;

create trigger export_charge_append_only
    before update or delete or truncate on export_charge
    for each statement execute function export_charge_is_append_only();
