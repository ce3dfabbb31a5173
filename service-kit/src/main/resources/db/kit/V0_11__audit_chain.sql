-- Proof of audit and journal (ADR 0014). Each row carries a MAC of its content, made by the service with a key that the
-- database does not have; a chain tells which rows there are. Old rows have none: the chain adopts them as they stand.
-- A column that is added to one of these tables later must be nullable and without a default, or no row proves itself.
alter table journal add mac bytea;

alter table read_audit
    add xid xid8 not null default pg_current_xact_id(),
    add division char(12) collate "C",
    add mac bytea;

comment on column journal.mac is 'One byte: version of the key; 12: nonce; 32: HMAC-SHA256 of nonce and content.';
comment on column read_audit.division is 'The office of who asked, as the token said; null before this column, or where it said none.';

create index read_audit_changes on read_audit (xid, id);
create index read_audit_by_subject on read_audit (subject, id);
create index journal_by_subject on journal (subject, id);

-- What became of a journal row that was rewritten or removed lawfully: the one door to it is kit/audit/LawfulRewrites.
create table audit_rewrite (
    id      bigint generated always as identity primary key,
    xid     xid8 not null default pg_current_xact_id(),
    at      timestamptz not null,
    row_id  bigint not null,
    old_mac bytea not null,
    new_mac bytea,
    reason  text not null,
    subject text,
    mac     bytea not null
);

create index audit_rewrite_changes on audit_rewrite (xid, id);
create index audit_rewrite_row on audit_rewrite (row_id);

comment on column audit_rewrite.row_id is 'Id of the journal row.';
comment on column audit_rewrite.new_mac is 'Null: the row was removed.';
comment on column audit_rewrite.reason is 'A code, no text of a person.';
comment on column audit_rewrite.subject is 'Who did it; null where that is nobody''s business (ADR 0009), or no person did.';

create table audit_chain (
    seq     bigint primary key,
    kind    text not null,
    tab     text collate "C" not null,
    row_id  bigint not null,
    row_xid xid8 not null,
    row_mac bytea,
    link    bytea not null
);

create index audit_chain_unproven on audit_chain (seq) where kind = 'UNPROVEN';
create unique index audit_chain_row on audit_chain (tab, row_id);
create index audit_chain_place on audit_chain (tab, row_xid, row_id);

comment on column audit_chain.kind is
    'BEGIN, ADDED, ADOPTED (had no MAC when the chain began), UNPROVEN (had no right MAC), CHECKPOINT.';
comment on column audit_chain.link is 'One byte: version of the key; 32: HMAC-SHA256 over the link before and this row.';

create function audit_is_append_only() returns trigger language plpgsql as $$
begin
    raise exception '% is append-only', tg_table_name;
end
$$;

create trigger audit_rewrite_append_only
    before update or delete or truncate on audit_rewrite
    for each statement execute function audit_is_append_only();

create trigger audit_chain_append_only
    before update or delete or truncate on audit_chain
    for each statement execute function audit_is_append_only();
