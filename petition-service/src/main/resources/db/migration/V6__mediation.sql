-- The mediation committees as mediation tells of them: whom a petition may be referred to.
create table mediation_committee (
    id             uuid primary key,
    version        integer not null,
    division       char(12) collate "C" not null,
    voided         boolean not null,
    level          text not null,
    established_on date not null,
    dissolved_on   date
);

-- Mediation names a referral, former ones too: their outcome may be corrected.
create index petition_referrals
    on petition using gin ((handling -> 'referrals') jsonb_path_ops);
