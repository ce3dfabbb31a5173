-- Written and never read: a blind index of visitors (GX 34 asks for no more than is needed), the
-- referral beside its document, the level of a committee.
alter table visit drop column person_index;
alter table petition drop column referral_id;
alter table mediation_committee drop column level;

-- Names are a list of ciphertexts and nothing else.
alter table visit add column names text[];
update visit set names = array(select jsonb_array_elements_text(petitioners));
alter table visit alter column names set not null;
alter table visit drop column petitioners;
alter table visit rename column names to petitioners;
