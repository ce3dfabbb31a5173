-- Imports of ledgers: the file while it is read, progress, and what became of each row (definitions D5).
create table ledger_import (
    id               uuid primary key,
    kind             text not null,
    division         char(12) collate "C" not null,
    year             smallint not null,
    dry_run          boolean not null,
    status           text not null check (status in ('QUEUED', 'RUNNING', 'DONE', 'FAILED')),
    failure          text,
    file_name_digest text,
    file             bytea,
    total            integer not null,
    next_line        integer not null default 0,
    accepted         integer not null default 0,
    corrected        integer not null default 0,
    unchanged        integer not null default 0,
    conflicts        integer not null default 0,
    rejected         integer not null default 0,
    issuer           text not null,
    subject          text not null,
    client           text not null,
    idempotency_key  text not null unique,
    request_digest   text not null,
    created_at       timestamptz not null,
    started_at       timestamptz,
    ended_at         timestamptz,
    check (status in ('QUEUED', 'RUNNING') or file is null)
);

create index ledger_import_waiting
    on ledger_import (created_at, id)
    where status in ('QUEUED', 'RUNNING');

create index ledger_import_division on ledger_import (division, created_at desc, id desc);

comment on column ledger_import.file is 'Ciphertext; erased when the import ends.';
comment on column ledger_import.file_name_digest is 'A file name may hold a person''s name: only its keyed digest is kept.';
comment on column ledger_import.next_line is 'Rows below this line of the file are done: an import goes on here after a crash.';

create table ledger_import_line (
    id           bigint generated always as identity primary key,
    import_id    uuid not null references ledger_import,
    line         integer not null,
    outcome      text not null check (outcome in
        ('ACCEPTED', 'CORRECTED', 'UNCHANGED', 'CONFLICT', 'REJECTED', 'SKIPPED', 'WARNING')),
    column_title text,
    code         text,
    reason_zh    text,
    reason_en    text,
    legal_basis  text,
    record_id    uuid,
    row_year     smallint,
    row_key      text,
    row_digest   text
);

create index ledger_import_line_import on ledger_import_line (import_id, id);

-- Which record a row of a unit's ledger became, and how both looked then.
create table ledger_key (
    division             char(12) collate "C" not null,
    kind                 text not null,
    year                 smallint not null,
    number               text not null,
    record_id            uuid not null,
    row_digest           text not null,
    version_after_import integer not null,
    primary key (division, kind, year, number)
);
